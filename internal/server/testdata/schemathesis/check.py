"""Asks a running Parley what schemathesis makes up of its schema: python check.py http://127.0.0.1:8080/graphql 2000

Every answer must be no 5xx and must conform to the schema: the fields that were asked for, of the types that the schema says, null only where it may be null. It
is not enough to send noise, of which most is refused: every second operation is first made answerable (pages of a size that there is, no forged cursors, no null where a value is wanted).
"""

import multiprocessing
import sys
import time
import traceback
from collections import Counter

import graphql
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis.graphql import nodes

url, wanted = sys.argv[1], int(sys.argv[2])

dates = st.sampled_from(["2025", "2025-11", "2025-11-08", "2025-11-15~", "2025-11-06/2025-11-08", "soon", ""])
schemathesis.graphql.scalar("PartialDate", dates.map(nodes.String))
schemathesis.graphql.scalar("CAMEO", st.sampled_from(["01", "036", "1"]).map(nodes.String))
for name in ("DateTime", "Date"):
    schemathesis.graphql.scalar(name, st.sampled_from(["2025-11-08T00:00:00Z", "2025"]).map(nodes.String))

session = requests.Session()  # it connects after the fork, in each process
sdl = requests.get(url.replace("/graphql", "/schema.graphql")).text
schema = graphql.build_schema(sdl, assume_valid=True)
source = schemathesis.graphql.from_file(sdl)


class Answerable(graphql.Visitor):
    """Keeps what is asked, but with arguments that can be answered."""

    def enter_object_value(self, node, *_):
        return self._without_nulls(node)

    def enter_list_value(self, node, *_):
        values = tuple(v for v in node.values or () if not isinstance(v, graphql.NullValueNode))
        return graphql.ListValueNode(values=values[:3])

    def _without_nulls(self, node):
        return graphql.ObjectValueNode(fields=tuple(f for f in node.fields or () if not isinstance(f.value, graphql.NullValueNode)))

    def enter_field(self, node, *_):
        kept, paged = [], False
        for a in node.arguments or ():
            name = a.name.value
            if name in ("after", "before") or isinstance(a.value, graphql.NullValueNode):
                continue
            if name in ("first", "last"):
                if paged:
                    continue
                paged = True
                if isinstance(a.value, graphql.IntValueNode):
                    a = graphql.ArgumentNode(name=a.name, value=graphql.IntValueNode(value=str(abs(int(a.value.value)) % 5)))
            kept.append(a)
        return graphql.FieldNode(
            alias=node.alias, name=node.name, arguments=tuple(kept), directives=node.directives, selection_set=node.selection_set
        )


def conforms(document, data):
    """Executes the document on the data that was answered. Whatever the schema does not allow is an error, or makes another answer."""

    def resolve(parent, info, **_):
        if info.path.key not in parent:
            raise ValueError(f"{info.path.as_list()} is missing")
        return parent[info.path.key]

    def noun(value, info, abstract):
        """The noun of a node: said by __typename, or else one whose fields are those that were answered."""
        possible = info.schema.get_possible_types(abstract)
        for t in possible:
            if value.get("__typename", t.name) == t.name:
                keys = set()
                for field in info.field_nodes:
                    keys |= wanted_keys(field.selection_set, t)
                if keys == set(value):
                    return t.name
        raise ValueError(f"no {abstract} has the fields {sorted(value)}")

    def wanted_keys(selection, noun):
        keys = set()
        for s in selection.selections:
            if isinstance(s, graphql.FieldNode):
                keys.add((s.alias or s.name).value)
            else:
                fragment = s if isinstance(s, graphql.InlineFragmentNode) else fragments[s.name.value]
                on = fragment.type_condition and schema.get_type(fragment.type_condition.name.value)
                if not on or on is noun or graphql.is_abstract_type(on) and schema.is_sub_type(on, noun):
                    keys |= wanted_keys(fragment.selection_set, noun)
        return keys

    fragments = {d.name.value: d for d in document.definitions if isinstance(d, graphql.FragmentDefinitionNode)}
    result = graphql.execute_sync(schema, document, root_value=data, field_resolver=resolve, type_resolver=noun)
    if result.errors:
        return str(result.errors[0])
    if result.data != data:
        return f"the schema makes of it {result.data}"
    return None


seen = Counter()


def ask(text):
    response = session.post(url, json={"query": text}, headers={"Accept": "application/graphql-response+json"})
    seen["cases"] += 1
    seen[f"status {response.status_code}"] += 1
    about = f"\n{text}\n{response.status_code} {response.text[:2000]}"
    assert response.status_code < 500, "the server is at fault" + about
    answer = response.json()
    assert set(answer) <= {"data", "errors", "extensions"}, "no GraphQL response" + about
    if "errors" in answer:
        assert answer["errors"] and all(isinstance(e["message"], str) and e["extensions"]["code"] for e in answer["errors"]), "errors without message or code" + about
        seen[answer["errors"][0]["extensions"]["code"]] += 1
    else:
        assert response.status_code == 200 and answer["data"] is not None, "neither data nor errors" + about
        seen["answered"] += 1
        wrong = conforms(graphql.parse(text), answer["data"])
        assert wrong is None, wrong + about


operations = [o.ok() for o in source.get_all_operations()]
each = -(-wanted // len(operations))


def check(i):
    """Asks one operation; the operations are independent of each other, whatever the others did."""
    seen.clear()

    @seed(1)
    @settings(
        max_examples=each, deadline=None, database=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate], print_blob=False
    )
    @given(case=operations[i].as_strategy(), answerable=st.booleans())
    def run(case, answerable):
        text = case.body if isinstance(case.body, str) else graphql.print_ast(case.body)
        if answerable:
            text = graphql.print_ast(graphql.visit(graphql.parse(text), Answerable()))
        ask(text)

    wrong = None
    try:
        run()
    except Exception:
        wrong = f"{operations[i].label}: {traceback.format_exc()}"
    return wrong, dict(seen)


began = time.monotonic()
total, failed = Counter(), False
with multiprocessing.get_context("fork").Pool() as pool:
    for wrong, counted in pool.imap_unordered(check, range(len(operations))):
        total.update(counted)
        if wrong:
            failed = True
            print(wrong)
print(f"{len(operations)} operations, {time.monotonic() - began:.0f} s: {dict(total)}")
# Noise alone would be refused: a run in which little was answered has shown little.
sys.exit(1 if failed or total["cases"] < wanted or total["answered"] < wanted / 10 else 0)
