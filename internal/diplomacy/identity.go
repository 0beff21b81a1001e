package diplomacy

import "github.com/google/uuid"

// namespace is the UUIDv5 namespace of every Parley: the same node has the same id everywhere.
var namespace = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://github.com/parleygraph/parley"))

// ID returns the identity of the node of a noun with a natural key.
func ID(noun, key string) string {
	return uuid.NewSHA1(namespace, []byte(noun+"\x00"+key)).String()
}
