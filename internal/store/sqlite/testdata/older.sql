-- A database as a Parley wrote it that knew states, officials and statements with few properties, and fewer indexes.
CREATE TABLE node (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  "key" TEXT,
  "name" TEXT,
  "aliases" TEXT,
  "iso3" TEXT,
  "text" TEXT,
  "spokenAt" TEXT,
  "spokenAt_from" TEXT,
  "spokenAt_to" TEXT
) STRICT;
CREATE TABLE edge (
  src INTEGER NOT NULL REFERENCES node (pk),
  type TEXT NOT NULL,
  dst INTEGER NOT NULL REFERENCES node (pk),
  PRIMARY KEY (src, type, dst)
) WITHOUT ROWID, STRICT;
CREATE INDEX edge_reverse ON edge (dst, type, src);
CREATE UNIQUE INDEX "State.key" ON node ("key") WHERE label = 'State';
INSERT INTO node (pk, id, label, "key", "name", "aliases", "iso3") VALUES (1, '3f010100-a6ea-5b83-88f4-821a60102ebb', 'State', 'PAK', 'Pakistan', '["Islamic Republic of Pakistan"]', 'PAK');
INSERT INTO node (pk, id, label, "key", "name") VALUES (2, 'aaaaaaaa-0000-5000-8000-000000000001', 'Official', 'envoy', 'An Envoy');
INSERT INTO node (pk, id, label, "key", "name", "text", "spokenAt", "spokenAt_from", "spokenAt_to")
  VALUES (3, 'aaaaaaaa-0000-5000-8000-000000000002', 'Statement', 'hope', 'Hope', 'There is hope.', '2024-03', '2024-03-01T00:00:00Z', '2024-03-31T23:59:59Z');
INSERT INTO edge VALUES (3, 'MADE_BY', 2), (3, 'ABOUT', 1);
PRAGMA user_version = 1;
