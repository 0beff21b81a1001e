"""What a user of sgqlc does with a server. TestPythonClients makes parley_schema.py, runs this, and reads what it prints."""

import sys

import pandas
from parley_schema import Query
from sgqlc.endpoint.http import HTTPEndpoint
from sgqlc.operation import GraphQLErrors, Operation
from sgqlc.types import Int, String, Variable, non_null

endpoint = HTTPEndpoint(sys.argv[1])

query = Operation(Query, variables={"code": non_null(String)})
query.state(by={"iso3": Variable("code")}).name()
print({"state": {"name": (query + endpoint(query, {"code": "PAK"})).state.name}})

query = Operation(Query, variables={"size": non_null(Int)})
query.states(first=Variable("size")).total_count()
try:
    query + endpoint(query, {"size": -1})
except GraphQLErrors as error:
    print(error.errors[0]["path"], error.errors[0]["extensions"]["code"])

query = Operation(Query, variables={"after": String})
page = query.states(first=50, after=Variable("after"))
page.nodes.iso3()
page.nodes.capital.name()
page.page_info.__fields__("has_next_page", "end_cursor")
page.total_count()
states = (query + endpoint(query, {"after": None})).states
while states.page_info.has_next_page:
    states += (query + endpoint(query, {"after": states.page_info.end_cursor})).states
frame = pandas.json_normalize([node.__json_data__ for node in states.nodes])
print(len(frame) == states.total_count, len(frame) > 200, frame.set_index("iso3").loc["PAK", "capital.name"])
