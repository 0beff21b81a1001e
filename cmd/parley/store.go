package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/internal/store/neo4j"
	"github.com/parleygraph/parley/internal/store/sqlite"
)

// storeFlags say which store, for every verb.
type storeFlags struct {
	Store             string `help:"Where the graph is kept: sqlite:PATH, or neo4j://HOST:7687 (also neo4j+s, bolt, bolt+s). ${store} where nothing is said." default:"${store}" placeholder:"URL"`
	Neo4jUser         string `name:"neo4j-user" env:"PARLEY_NEO4J_USER" help:"User at Neo4j." default:"neo4j"`
	Neo4jPassword     string `name:"neo4j-password" env:"PARLEY_NEO4J_PASSWORD" help:"Password at Neo4j; better in the environment or a file. None: no authentication."`
	Neo4jPasswordFile string `name:"neo4j-password-file" env:"PARLEY_NEO4J_PASSWORD_FILE" help:"File with the password at Neo4j." placeholder:"PATH"`
	Neo4jDatabase     string `name:"neo4j-database" env:"PARLEY_NEO4J_DATABASE" help:"Database at Neo4j." default:"neo4j"`
}

const storeHelp = "write sqlite:PATH for a file, or neo4j://HOST:7687 for Neo4j"

// open opens the store that the flags name.
func (f storeFlags) open(ctx context.Context, model *query.Model) (store.Store, error) {
	return f.openFor(ctx, model, 0)
}

// openFor opens it for reads of at most that time; 0 leaves it to the store.
func (f storeFlags) openFor(ctx context.Context, model *query.Model, timeout time.Duration) (store.Store, error) {
	scheme, rest, ok := strings.Cut(f.Store, ":")
	if !ok {
		return nil, diplomacy.Errorf(diplomacy.Invalid, "--store %q has no scheme; %s", f.Store, storeHelp)
	}
	switch scheme {
	case "sqlite":
		if rest == "" {
			return nil, diplomacy.Errorf(diplomacy.Invalid, "--store %q names no file; %s", f.Store, storeHelp)
		}
		return sqlite.Open(ctx, rest, model, sqlite.Options{})
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		password := f.Neo4jPassword
		if f.Neo4jPasswordFile != "" {
			if password != "" {
				return nil, diplomacy.Errorf(diplomacy.Invalid, "--neo4j-password and --neo4j-password-file are both given; give one")
			}
			b, err := os.ReadFile(f.Neo4jPasswordFile)
			if err != nil {
				return nil, diplomacy.Errorf(diplomacy.NotFound, "the password file cannot be read: %v", err)
			}
			password = strings.TrimRight(string(b), "\r\n")
		}
		ctx, cancel := context.WithTimeout(ctx, time.Minute)
		defer cancel()
		user := f.Neo4jUser
		if password == "" {
			user = "" // no authentication
		}
		return neo4j.Open(ctx, f.Store, model, neo4j.Options{User: user, Password: password, Database: f.Neo4jDatabase, ReadTimeout: timeout})
	}
	return nil, diplomacy.Errorf(diplomacy.Invalid, "--store %q has the unknown scheme %q; %s", f.Store, scheme, storeHelp)
}

// label says which kind of store it is, without where it is.
func (f storeFlags) label() string {
	if strings.HasPrefix(f.Store, "sqlite:") {
		return "SQLite"
	}
	return "Neo4j"
}

// defaultStore is a file in the user's data directory.
func defaultStore() string {
	dir := os.Getenv("XDG_DATA_HOME")
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			home = "."
		}
		switch runtime.GOOS {
		case "darwin":
			dir = filepath.Join(home, "Library", "Application Support")
		case "windows":
			dir = os.Getenv("LocalAppData")
		default:
			dir = filepath.Join(home, ".local", "share")
		}
	}
	return "sqlite:" + filepath.Join(dir, "parley", "parley.db")
}
