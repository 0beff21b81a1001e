package sql

import (
	"fmt"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// between prints a search for the shortest paths, in the steps of package cypher. A row of walk is a step of the search: the last level around each end (a and b, JSON
// lists of pks), the one before it, and how far away they are (i and j); side says which of them is new. On the levels only what lies on a path stays (way). Along
// what leads on from there (step), trail goes depth first, in order, and no farther than LIMIT asks it to.
//
// Each table is asked for seldom: SQLite expands it at every place where its name stands. Trail must not be materialized: there are more paths than can be counted.
func (p *printer) between(b *query.Between) {
	via, from, to := p.param(b.Via), p.param(b.From), p.param(b.To)
	p.lines(fmt.Sprintf(`WITH RECURSIVE via(type) AS MATERIALIZED (
  SELECT value FROM json_each(%s)
),
walk(side, i, a0, a, j, b0, b, met) AS MATERIALIZED (
  SELECT 0, 0, '[]', json_array(a.pk), 0, '[]', json_array(b.pk), a.pk = b.pk
  FROM node AS a, node AS b WHERE a.id = %s AND b.id = %s%s
  UNION ALL
  SELECT
    iif(first.value, -1, 1),
    i + first.value, iif(first.value, a, a0), iif(first.value, next.value, a),
    j + NOT first.value, iif(first.value, b0, b), iif(first.value, b, next.value),
    EXISTS (SELECT value FROM json_each(next.value) INTERSECT SELECT value FROM json_each(iif(first.value, b, a)))
  FROM walk
  CROSS JOIN json_each(json_array(json_array_length(a) <= json_array_length(b))) AS first
  CROSS JOIN json_each(json_array((
%s
  ))) AS next
  WHERE i + j < %s AND NOT met AND a <> '[]' AND b <> '[]'
)`, via, from, to, p.known("a", b.Known)+p.known("b", b.Known), p.next("iif(first.value, a, b)", "iif(first.value, a0, b0)", b.Known), p.param(int64(b.MaxLength))))
	answer := []func(){func() { p.print("(SELECT i + j FROM walk WHERE met)") }}
	if b.Trails || b.Nodes != nil {
		p.trails(from, to, p.param(int64(b.Size+1)))
	}
	if b.Trails {
		answer = append(answer, func() {
			p.lines(`json((
  SELECT json_group_array(json_array(
    json((SELECT json_group_array(id) FROM (SELECT node.id FROM json_each(trail.value) AS s CROSS JOIN node ON node.pk = s.value WHERE s.key % 3 = 0 ORDER BY s.key))),
    json((SELECT json_group_array(value) FROM (SELECT value FROM json_each(trail.value) WHERE key % 3 = 1 ORDER BY key))),
    json((SELECT json_group_array(value) FROM (SELECT value FROM json_each(trail.value) WHERE key % 3 = 2 ORDER BY key)))
  ))
  FROM chosen CROSS JOIN json_each(trails) AS trail
))`)
		})
	}
	if b.Nodes != nil {
		p.lines(fmt.Sprintf(`,
found(pk) AS MATERIALIZED (
  SELECT DISTINCT CAST(s.value AS INTEGER)
  FROM chosen CROSS JOIN json_each(trails) AS trail CROSS JOIN json_each(trail.value) AS s
  WHERE trail.key < %s AND s.key %% 3 = 0
)`, p.param(int64(b.Size))))
		answer = append(answer, func() { p.set(b.Nodes, "", false) })
	}
	p.answer("walk", answer)
}

// trails prints the first paths: a list of lists, each of a pk, and then of type, whether it is walked against its direction, and pk for each relationship. A row of
// way has the steps to a level from the one beside it, from the middle to both ends: each a list of the two pks, the type, and whether it is walked against its direction.
func (p *printer) trails(from, to, limit string) {
	steps := func(near, far string, inward int) string { // the plus keeps SQLite from an index on both columns, of which the second says nothing
		return fmt.Sprintf(`      SELECT n.pk AS near, level.pk AS far, edge.type, %d AS inward
      FROM (SELECT DISTINCT value ->> iif(side < 0, 0, 1) AS pk FROM json_each(steps)) AS n CROSS JOIN edge ON edge.%s = n.pk CROSS JOIN level ON level.pk = edge.%s
      WHERE +level.position = way.position + s.value AND %s`, inward, near, far, walked)
	}
	p.lines(fmt.Sprintf(`,
level(position, pk) AS MATERIALIZED (
  SELECT iif(s.value < 0, i, most_i + most_j - j), CAST(n.value AS INTEGER)
  FROM (SELECT side, i, a, j, b, max(i) OVER () AS most_i, max(j) OVER () AS most_j FROM walk)
  CROSS JOIN json_each('[-1,1]') AS s
  CROSS JOIN json_each(iif(s.value < 0, a, b)) AS n
  WHERE side IN (0, s.value) AND iif(s.value < 0, i < most_i, j < most_j)
),
way(position, length, side, steps) AS MATERIALIZED (
  SELECT i, i + j, 0, (
    SELECT json_group_array(json_array(value, value)) FROM (SELECT value FROM json_each(a) INTERSECT SELECT value FROM json_each(b))
  )
  FROM walk WHERE met
  UNION ALL
  SELECT position + s.value, length, s.value, (
    SELECT json_group_array(json_array(iif(s.value < 0, far, near), iif(s.value < 0, near, far), type, inward <> (s.value < 0)))
    FROM (
%s
      UNION ALL
%s
    )
  )
  FROM way CROSS JOIN json_each('[-1,1]') AS s
  WHERE side IN (0, s.value) AND position + s.value BETWEEN 0 AND length
),
step(src, dst, type, against, rank) AS MATERIALIZED (
  SELECT src, dst, type, against, row_number() OVER (PARTITION BY src ORDER BY id, type, against)
  FROM (
    SELECT s.value ->> 0 AS src, s.value ->> 1 AS dst, s.value ->> 2 AS type, s.value ->> 3 AS against FROM way CROSS JOIN json_each(steps) AS s WHERE side <> 0
  ) CROSS JOIN node ON node.pk = dst
),
trail(position, rank, pk, path) AS NOT MATERIALIZED (
  SELECT 0, 0, pk, json_array(pk) FROM node WHERE id = %s
  UNION ALL
  SELECT position + 1, step.rank, step.dst, json_insert(path, '$[#]', type, '$[#]', against, '$[#]', dst)
  FROM trail CROSS JOIN step ON step.src = trail.pk
  ORDER BY 1 DESC, 2
),
chosen(trails) AS MATERIALIZED (
  SELECT json_group_array(json(path)) FROM (SELECT path FROM trail WHERE pk = (SELECT pk FROM node WHERE id = %s) LIMIT %s)
)`, steps("src", "dst", 0), steps("dst", "src", 1), from, to, limit))
}

// around prints a search level by level, in the steps of package cypher.
func (p *printer) around(a *query.Around) {
	p.lines(fmt.Sprintf(`WITH RECURSIVE center(pk) AS MATERIALIZED (
  SELECT c.pk FROM node AS c WHERE c.id = %s%s
)`, p.param(a.Of), p.known("c", a.Known)))
	if a.Listed || a.Nodes != nil || a.Edges || a.Total {
		p.lines(fmt.Sprintf(`,
via(type) AS MATERIALIZED (
  SELECT value FROM json_each(%s)
),
level(depth, reached, before, nodes) AS MATERIALIZED (
  SELECT 0, 0, '[]', json_array(pk) FROM center
  UNION ALL
  SELECT depth + 1, iif(depth = 0, 0, reached + json_array_length(nodes)), nodes, (
%s
  )
  FROM level WHERE depth < %s
)`, p.param(a.Via), p.next("nodes", "before", a.Known), p.param(int64(a.Depth))))
	}
	if a.Listed || a.Nodes != nil || a.Edges {
		p.lines(fmt.Sprintf(`,
found(place, pk) AS MATERIALIZED (
  SELECT row_number() OVER (ORDER BY depth, label, key, id), pk
  FROM (
    SELECT depth, label, node.key, node.id, pk FROM level CROSS JOIN json_each(nodes) AS n CROSS JOIN node ON node.pk = n.value
    WHERE depth > 0 AND reached < %s ORDER BY depth, label, node.key, node.id LIMIT %[1]s
  )
)`, p.param(int64(a.Limit))))
	}
	answer := []func(){func() { p.print("1") }}
	if a.Center != nil {
		answer = append(answer, func() { p.set(a.Center, "", false) })
	}
	if a.Listed {
		answer = append(answer, func() {
			p.lines(`json((SELECT json_group_array(id) FROM (SELECT id FROM found CROSS JOIN node ON node.pk = found.pk ORDER BY place)))`)
		})
	}
	if a.Nodes != nil {
		answer = append(answer, func() { p.set(a.Nodes, "", false) })
	}
	if a.Edges {
		p.lines(`,
member(pk) AS MATERIALIZED (
  SELECT pk FROM center UNION ALL SELECT pk FROM found
)`)
		answer = append(answer, func() {
			p.lines(fmt.Sprintf(`json((
  SELECT json_group_array(json_array(type, src, dst))
  FROM (
    SELECT edge.type, a.id AS src, b.id AS dst
    FROM member CROSS JOIN edge ON edge.src = member.pk CROSS JOIN node AS a ON a.pk = edge.src CROSS JOIN node AS b ON b.pk = edge.dst
    WHERE %s AND edge.dst IN member
    ORDER BY edge.type, a.id, b.id
  )
))`, walked))
		})
	}
	if a.Counts {
		count := func(near, far string) string {
			known := ""
			if a.Known != nil {
				known = fmt.Sprintf(" CROSS JOIN node AS m ON m.pk = edge.%s%s", far, p.known("m", a.Known))
			}
			return fmt.Sprintf("count(*) AS count FROM center CROSS JOIN edge ON edge.%s = center.pk%s GROUP BY type", near, known)
		}
		answer = append(answer, func() {
			p.lines(fmt.Sprintf(`json((
  SELECT json_group_array(json_array(type, inward, count))
  FROM (
    SELECT type, 0 AS inward, %s
    UNION ALL
    SELECT type, 1, %s
    ORDER BY type, inward
  )
))`, count("src", "dst"), count("dst", "src")))
		})
	}
	if a.Total {
		answer = append(answer, func() { p.print("(SELECT sum(json_array_length(nodes)) - 1 FROM level)") })
	}
	p.answer("center", answer)
}

// answer prints the select that puts an answer together. It is empty where a table is.
func (p *printer) answer(table string, parts []func()) {
	p.line()
	p.print("SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM %s) THEN '[]' ELSE json_array(", table)
	p.indent++
	for i, part := range parts {
		if i > 0 {
			p.print(",")
		}
		p.line()
		part()
	}
	p.indent--
	p.line()
	p.print(") END AS answer")
}

// walked is the condition that an edge may be walked. The plus keeps SQLite from looking it up for each type in turn: most nodes have few edges, and via many types.
const walked = "+edge.type IN via"

// next prints the nodes, as a list, next to those of a level that are on no level: next to it lie only the two beside it, and itself.
func (p *printer) next(level, before string, known query.Filter) string {
	only := ""
	if known != nil {
		only = " CROSS JOIN node AS m ON m.pk = beside.pk" + p.known("m", known)
	}
	return fmt.Sprintf(`    SELECT json_group_array(beside.pk) FROM (
      SELECT edge.dst AS pk FROM json_each(%[1]s) AS n CROSS JOIN edge ON edge.src = n.value WHERE %[3]s
      UNION
      SELECT edge.src FROM json_each(%[1]s) AS n CROSS JOIN edge ON edge.dst = n.value WHERE %[3]s
      EXCEPT SELECT value FROM json_each(%[1]s)
      EXCEPT SELECT value FROM json_each(%[2]s)
    ) AS beside%[4]s`, level, before, walked, only)
}

// known prints the condition that a node is known, after others. It is asked of the nodes that are reached: there are fewer than are known.
func (p *printer) known(n string, f query.Filter) string {
	if f == nil {
		return ""
	}
	return " AND " + strings.Join(p.all(n, f), " AND ")
}

// lines prints a text of several lines, each indented as the first is.
func (p *printer) lines(text string) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			p.line()
		}
		p.print("%s", line)
	}
}
