package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/parleygraph/parley/internal/cypher"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// A node has the label Node, that of its noun, and one for each interface of the noun. Its properties are the noun's columns and id.
// One more node, which is no Node, keeps what the database's Parley knows:
//
//	(:ParleyVersion {name: 'Parley', version: 2, columns: ['act Text', 'aliases Texts', ...], search: ...})

// migrate brings a database to this model: an empty one gets everything, an older one what it lacks. Nothing is ever dropped. Any number of
// Parleys may do this at once.
func (s *Store) migrate(ctx context.Context) error {
	want := columns(s.model)
	v, err := transaction(ctx, s, driver.AccessModeRead, migrateTimeout, func(ctx context.Context, tx driver.ManagedTransaction) (version, error) {
		// In this order: when another Parley is the first to write here, its version is there before its nodes are.
		others, err := list(ctx, tx, "MATCH (n) WHERE NOT n:ParleyVersion RETURN 1 LIMIT 1", nil)
		if err != nil {
			return version{}, err
		}
		v, err := readVersion(ctx, tx)
		if err == nil && v.number == 0 && len(others) > 0 {
			err = diplomacy.Errorf(diplomacy.Conflict, "the database is not empty, but not one of Parley; name another database")
		}
		return v, err
	})
	if err != nil {
		return err
	}
	if err := v.check(want); err != nil {
		return err
	}
	if err := s.createIndexes(ctx); err != nil {
		return err
	}
	if v.number > 0 {
		if err := s.defaults(ctx, v); err != nil {
			return err
		}
	}
	if v.number != store.Version || !slices.Equal(v.columns, want) {
		if _, err := transaction(ctx, s, driver.AccessModeWrite, migrateTimeout, func(ctx context.Context, tx driver.ManagedTransaction) (any, error) {
			return nil, writeVersion(ctx, tx, want)
		}); err != nil {
			return err
		}
	}
	if err := s.relabel(ctx); err != nil {
		return err
	}
	return s.documents(ctx, v.search)
}

// version is what the ParleyVersion says: number 0 when there is none.
type version struct {
	number  int
	columns []string
	search  string // how documents were made
}

// columns lists the model's columns with their types, in order.
func columns(model *query.Model) []string {
	names := map[query.Type]string{query.Text: "Text", query.Integer: "Integer", query.Real: "Real", query.Boolean: "Boolean", query.Texts: "Texts"}
	var all []string
	for _, c := range model.Columns() {
		all = append(all, c.Name+" "+names[c.Type])
	}
	return all
}

func list(ctx context.Context, tx driver.ManagedTransaction, text string, params map[string]any) ([]*driver.Record, error) {
	result, err := tx.Run(ctx, text, params)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

func readVersion(ctx context.Context, tx driver.ManagedTransaction) (version, error) {
	rows, err := list(ctx, tx, "MATCH (v:ParleyVersion) RETURN v.version, v.columns, v.search ORDER BY v.version DESC LIMIT 1", nil)
	if err != nil || len(rows) == 0 {
		return version{}, err
	}
	return versionOf(rows[0])
}

func versionOf(row *driver.Record) (version, error) {
	number, ok := row.Values[0].(int64)
	if !ok || number < 1 {
		return version{}, diplomacy.Errorf(diplomacy.Conflict, "the database has a ParleyVersion that no Parley wrote; name another database")
	}
	v := version{number: int(number)}
	texts, _ := row.Values[1].([]any)
	for _, t := range texts {
		text, _ := t.(string)
		v.columns = append(v.columns, text)
	}
	v.search, _ = row.Values[2].(string)
	return v, nil
}

// writeVersion says that this Parley was here. The node is locked before it is read: of two that come at once, the newer one stays.
func writeVersion(ctx context.Context, tx driver.ManagedTransaction, want []string) error {
	rows, err := list(ctx, tx, "MERGE (v:ParleyVersion {name: 'Parley'}) SET v.version = coalesce(v.version, $version) RETURN v.version, v.columns, v.search",
		map[string]any{"version": int64(store.Version)})
	if err != nil {
		return err
	}
	v, err := versionOf(rows[0])
	if err != nil {
		return err
	}
	if err := v.check(want); err != nil {
		return err
	}
	_, err = list(ctx, tx, "MATCH (v:ParleyVersion {name: 'Parley'}) SET v.version = $version, v.columns = $columns",
		map[string]any{"version": int64(store.Version), "columns": want})
	return err
}

// check refuses what a newer Parley wrote. The server's own list of property keys would not do: it keeps what is long gone.
func (v version) check(want []string) error {
	if err := checkVersion(v.number); err != nil {
		return err
	}
	types := map[string]string{}
	for _, c := range want {
		name, typ, _ := strings.Cut(c, " ")
		types[name] = typ
	}
	for _, c := range v.columns {
		name, typ, _ := strings.Cut(c, " ")
		switch known, ok := types[name]; {
		case !ok:
			return diplomacy.Errorf(diplomacy.Conflict, "the database holds a property %q that this Parley does not know: it was written by a newer Parley; use that one, or another database", name)
		case known != typ:
			return diplomacy.Errorf(diplomacy.Conflict, "the database keeps %q as %s, this Parley as %s; dump it with the Parley that wrote it and load the dump into an empty database", name, typ, known)
		}
	}
	return nil
}

func checkVersion(number int) error {
	if number > store.Version {
		return diplomacy.Errorf(diplomacy.Conflict, "the database was written by a newer Parley (its version is %d, this Parley knows %d); use that Parley, or another database", number, store.Version)
	}
	return nil
}

// index is an index or a constraint with its index.
type index struct {
	name, label string
	property    string
	unique      bool
	search      bool // the index of a search, of the name and the properties that the statements know
}

func (i index) create() string {
	if i.search {
		return cypher.CreateSearchIndex
	}
	if i.unique {
		return fmt.Sprintf("CREATE CONSTRAINT `%s` IF NOT EXISTS FOR (n:`%s`) REQUIRE n.`%s` IS UNIQUE", i.name, i.label, i.property)
	}
	return fmt.Sprintf("CREATE INDEX `%s` IF NOT EXISTS FOR (n:`%s`) ON (n.`%s`)", i.name, i.label, i.property)
}

// indexes are, constraints first: a unique one for each natural key, one for what is marked @index, and one for full text search; for an interface as well,
// but Node, and there nothing is unique: two nouns may have the same key. An interval gets one for each of its ends: a range of one of them cannot use an
// index of both.
func indexes(model *query.Model) []index {
	all := []index{
		{name: "ParleyVersion_name", label: "ParleyVersion", property: "name", unique: true},
		{name: "Node_id", label: "Node", property: query.ID.Name, unique: true},
		{name: cypher.SearchIndex, label: "Node", property: "search", search: true},
	}
	add := func(n *query.Noun, property string, unique bool) {
		all = append(all, index{name: n.Name + "_" + property, label: n.Name, property: property, unique: unique})
	}
	for _, n := range model.Nouns {
		if n.Name == "Node" {
			continue
		}
		for _, p := range n.Properties {
			switch {
			case p.Name == query.ID.Name:
			case p.Unique:
				add(n, p.Columns()[0].Name, !n.Interface)
			case p.Indexed && p.Type == query.Date:
				add(n, p.From(), false)
				add(n, p.To(), false)
			case p.Indexed:
				add(n, p.Name, false)
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].unique && !all[j].unique })
	return all
}

// createIndexes creates the indexes that are missing and waits until all can be used. It asks again and again, as db.awaitIndexes() keeps a
// lock on all of them while it waits: on an index, perhaps, that somebody else creates, who waits for that lock.
func (s *Store) createIndexes(ctx context.Context) error {
	for pause := 10 * time.Millisecond; ; pause = min(2*pause, time.Second) {
		there, err := s.indexesThere(ctx)
		if err != nil {
			return err
		}
		ready := true
		for _, i := range indexes(s.model) {
			old, ok := there[i.label+"."+i.property]
			switch {
			case !ok || i.unique && !old.unique:
				ready = false
				if err := s.create(ctx, i); err != nil {
					return err
				}
			case old.state == "FAILED":
				return diplomacy.Errorf(diplomacy.Conflict, "the database could not make the index %s, its log says why; drop it, and Parley makes it again", old.name)
			case old.state != "ONLINE":
				ready = false
			}
		}
		if ready {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

// indexThere is an index that the database has: one of ours, or an equal one of somebody else's.
type indexThere struct {
	name, state string
	unique      bool
}

// indexesThere reads the database's indexes, by label and property: State.iso3.
func (s *Store) indexesThere(ctx context.Context) (map[string]indexThere, error) {
	const text = "SHOW INDEXES YIELD name, state, type, entityType, labelsOrTypes, properties, owningConstraint " +
		"WHERE type = 'RANGE' AND entityType = 'NODE' AND size(labelsOrTypes) = 1 AND size(properties) = 1 OR type = 'FULLTEXT' AND name = '" + cypher.SearchIndex + "' " +
		"RETURN CASE type WHEN 'FULLTEXT' THEN 'Node.search' ELSE labelsOrTypes[0] + '.' + properties[0] END, name, state, owningConstraint IS NOT NULL"
	return transaction(ctx, s, driver.AccessModeRead, migrateTimeout, func(ctx context.Context, tx driver.ManagedTransaction) (map[string]indexThere, error) {
		rows, err := list(ctx, tx, text, nil)
		there := map[string]indexThere{}
		for _, r := range rows {
			of, _ := r.Values[0].(string)
			i := indexThere{}
			i.name, _ = r.Values[1].(string)
			i.state, _ = r.Values[2].(string)
			i.unique, _ = r.Values[3].(bool)
			there[of] = i
		}
		return there, err
	})
}

// create creates an index, in a transaction of its own: it holds a lock on the label. Of several that create the same at once, all but one
// fail: by a deadlock, or because the index came into being between the server's look and its deed, whatever IF NOT EXISTS says.
func (s *Store) create(ctx context.Context, i index) error {
	for attempts := 1; ; attempts++ {
		_, err := transaction(ctx, s, driver.AccessModeWrite, migrateTimeout, func(ctx context.Context, tx driver.ManagedTransaction) ([]*driver.Record, error) {
			return list(ctx, tx, i.create(), nil)
		})
		if err == nil || attempts == 10 || ctx.Err() != nil || !anotherWasFaster(err) && !passing(err) {
			return err
		}
	}
}

// anotherWasFaster reports that somebody else created the same index or constraint in the same moment.
func anotherWasFaster(err error) bool {
	e := (*driver.Neo4jError)(nil)
	return errors.As(last(err), &e) && strings.HasPrefix(e.Code, "Neo.ClientError.Schema.") && strings.Contains(e.Code, "Already")
}

// defaults gives the nodes of an older database what they have where nothing is said. The version is written after it, so that it is done again
// when it was interrupted.
func (s *Store) defaults(ctx context.Context, v version) error {
	for _, n := range s.model.Concrete() {
		for _, p := range n.Properties {
			if p.Default == "" || slices.Contains(v.columns, p.Name+" Text") {
				continue
			}
			text := fmt.Sprintf("MATCH (n:`%s`) WHERE n.`%s` IS NULL CALL (n) { SET n.`%[2]s` = $value } IN TRANSACTIONS OF 10000 ROWS", n.Name, p.Name)
			if _, err := s.rows(ctx, driver.AccessModeWrite, text, map[string]any{"value": p.Default}); err != nil {
				return err
			}
		}
	}
	return nil
}

// relabel gives nodes the labels of interfaces that their noun has gained since they were written, and takes those that it has lost. The
// server knows how many nodes have a label, so that nothing is read when nothing has changed.
func (s *Store) relabel(ctx context.Context) error {
	var counts []string
	for _, n := range s.model.Nouns {
		counts = append(counts, fmt.Sprintf("COUNT { (:`%s`) }", n.Name))
	}
	rows, err := transaction(ctx, s, driver.AccessModeRead, migrateTimeout, func(ctx context.Context, tx driver.ManagedTransaction) ([]*driver.Record, error) {
		return list(ctx, tx, "RETURN "+strings.Join(counts, ", "), nil)
	})
	if err != nil {
		return err
	}
	count := map[*query.Noun]int64{}
	for i, n := range s.model.Nouns {
		count[n] = rows[0].Values[i].(int64)
	}
	for _, i := range s.model.Nouns {
		members := int64(0)
		for _, m := range i.Members {
			members += count[m]
		}
		if !i.Interface || count[i] == members {
			continue
		}
		for _, n := range s.model.Concrete() {
			text := fmt.Sprintf("MATCH (n:`%s`) WHERE NOT n:`%s` CALL (n) { SET n:`%[2]s` } IN TRANSACTIONS OF 10000 ROWS", n.Name, i.Name)
			if !n.Is(i) {
				text = fmt.Sprintf("MATCH (n:`%s`) WHERE n:`%s` CALL (n) { REMOVE n:`%[2]s` } IN TRANSACTIONS OF 10000 ROWS", n.Name, i.Name)
			}
			if _, err := s.rows(ctx, driver.AccessModeWrite, text, nil); err != nil {
				return err
			}
		}
	}
	return nil
}
