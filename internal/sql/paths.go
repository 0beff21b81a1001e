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
  FROM node AS a, node AS b WHERE a.id = %s AND b.id = %s
  UNION ALL
  SELECT
    iif(first.value, 1, 2),
    i + first.value, iif(first.value, a, a0), iif(first.value, next.value, a),
    j + NOT first.value, iif(first.value, b0, b), iif(first.value, b, next.value),
    EXISTS (SELECT value FROM json_each(next.value) INTERSECT SELECT value FROM json_each(iif(first.value, b, a)))
  FROM walk
  CROSS JOIN json_each(json_array(json_array_length(a) <= json_array_length(b))) AS first
  CROSS JOIN json_each(json_array((
%s
  ))) AS next
  WHERE i + j < %s AND NOT met AND a <> '[]' AND b <> '[]'
)`, via, from, to, next("iif(first.value, a, b)", "iif(first.value, a0, b0)", nil), p.param(int64(b.MaxLength))))
	answer := []func(){func() { p.print("(SELECT i + j FROM walk WHERE met)") }}
	if b.Trails || b.Nodes != nil {
		p.trails(to, p.param(int64(b.Size+1)))
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

// trails prints the first paths: a list of lists, each of a pk, and then of type, whether it is walked against its direction, and pk for each relationship.
func (p *printer) trails(to, limit string) {
	next := func(near, far string) string {
		return fmt.Sprintf(`  SELECT level.position, level.position - way.position, level.pk
  FROM way CROSS JOIN last CROSS JOIN edge ON edge.%s = way.pk CROSS JOIN level ON level.pk = edge.%s
  WHERE (side = 0 OR side < 0 AND way.position > 0 OR side > 0 AND way.pk <> last.pk) AND %s
    AND (side <= 0 AND level.position = way.position - 1 OR side >= 0 AND level.position = way.position + 1)`, near, far, walked)
	}
	p.lines(fmt.Sprintf(`,
level(position, pk) AS MATERIALIZED (
  SELECT iif(s.value = 1, i, most_i + most_j - j), CAST(n.value AS INTEGER)
  FROM (SELECT side, i, a, j, b, max(i) OVER () AS most_i, max(j) OVER () AS most_j FROM walk)
  CROSS JOIN json_each('[1,2]') AS s
  CROSS JOIN json_each(iif(s.value = 1, a, b)) AS n
  WHERE side IN (0, s.value) AND iif(s.value = 1, i < most_i, j < most_j)
),
last(pk) AS MATERIALIZED (
  SELECT pk FROM node WHERE id = %[4]s
),
way(position, side, pk) AS MATERIALIZED (
  SELECT i, 0, CAST(n.value AS INTEGER)
  FROM walk CROSS JOIN json_each((
    SELECT json_group_array(value) FROM (SELECT value FROM json_each(a) INTERSECT SELECT value FROM json_each(b))
  )) AS n
  WHERE met
  UNION
%[1]s
  UNION
%[2]s
),
step(src, dst, type, against, rank) AS MATERIALIZED (
  SELECT src, dst, type, against, row_number() OVER (PARTITION BY src ORDER BY id, type, against)
  FROM (
    SELECT way.position, way.pk AS src, edge.dst, edge.type, 0 AS against
    FROM way CROSS JOIN last CROSS JOIN edge ON edge.src = way.pk WHERE way.pk <> last.pk AND %[3]s
    UNION ALL
    SELECT way.position, way.pk, edge.src, edge.type, 1
    FROM way CROSS JOIN last CROSS JOIN edge ON edge.dst = way.pk WHERE way.pk <> last.pk AND %[3]s
  ) AS e CROSS JOIN way ON way.pk = e.dst AND way.position = e.position + 1 CROSS JOIN node ON node.pk = e.dst
),
trail(position, rank, pk, path) AS NOT MATERIALIZED (
  SELECT 0, 0, pk, json_array(pk) FROM way WHERE position = 0
  UNION ALL
  SELECT position + 1, step.rank, step.dst, json_insert(path, '$[#]', type, '$[#]', against, '$[#]', dst)
  FROM trail CROSS JOIN step ON step.src = trail.pk
  ORDER BY 1 DESC, 2
),
chosen(trails) AS MATERIALIZED (
  SELECT json_group_array(json(path)) FROM (SELECT path FROM trail WHERE pk = (SELECT pk FROM last) LIMIT %[5]s)
)`, next("src", "dst"), next("dst", "src"), walked, to, limit))
}

// around prints a search level by level, in the steps of package cypher.
func (p *printer) around(a *query.Around) {
	of := p.param(a.Of)
	p.lines(fmt.Sprintf(`WITH RECURSIVE%s center(pk) AS MATERIALIZED (
  SELECT pk FROM node WHERE id = %s%s
)`, p.known(a.Known), of, known("pk", a.Known)))
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
)`, p.param(a.Via), next("nodes", "before", a.Known), p.param(int64(a.Depth))))
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
		answer = append(answer, func() {
			p.lines(fmt.Sprintf(`json((
  SELECT json_group_array(json_array(type, inward, count))
  FROM (
    SELECT type, 0 AS inward, count(*) AS count FROM center CROSS JOIN edge ON edge.src = center.pk%s GROUP BY type
    UNION ALL
    SELECT type, 1, count(*) FROM center CROSS JOIN edge ON edge.dst = center.pk%s GROUP BY type
    ORDER BY type, inward
  )
))`, known("edge.dst", a.Known), known("edge.src", a.Known)))
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
func next(level, before string, filter query.Filter) string {
	only := strings.Replace(known("pk", filter), " AND", " WHERE", 1)
	return fmt.Sprintf(`    SELECT json_group_array(pk) FROM (
      SELECT edge.dst AS pk FROM json_each(%[1]s) AS n CROSS JOIN edge ON edge.src = n.value WHERE %[3]s
      UNION
      SELECT edge.src FROM json_each(%[1]s) AS n CROSS JOIN edge ON edge.dst = n.value WHERE %[3]s
      EXCEPT SELECT value FROM json_each(%[1]s)
      EXCEPT SELECT value FROM json_each(%[2]s)
    )%[4]s`, level, before, walked, only)
}

// known prints the table of the nodes that are known, when not all are.
func (p *printer) known(f query.Filter) string {
	if f == nil {
		return ""
	}
	return fmt.Sprintf("\nknown(pk) AS MATERIALIZED (\n  SELECT m.pk FROM node AS m WHERE %s\n),", strings.Join(p.all("m", f), " AND "))
}

// known prints the condition that a node is known, after others.
func known(pk string, f query.Filter) string {
	if f == nil {
		return ""
	}
	return fmt.Sprintf(" AND %s IN known", pk)
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
