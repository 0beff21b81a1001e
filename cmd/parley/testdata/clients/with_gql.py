"""What a user of gql does with a server. TestPythonClients runs it and reads what it prints."""

import sys

import pandas
from gql import Client, gql
from gql.transport.exceptions import TransportQueryError
from gql.transport.requests import RequestsHTTPTransport

client = Client(transport=RequestsHTTPTransport(sys.argv[1]), fetch_schema_from_transport=True)


def ask(query, **variables):
    request = gql(query)
    request.variable_values = variables
    return client.execute(request)


print(ask("query ($code: String!) { state(by: {iso3: $code}) { name } }", code="PAK"))

try:
    ask("query ($size: Int!) { states(first: $size) { totalCount } }", size=-1)
except TransportQueryError as error:
    print(error.errors[0]["path"], error.errors[0]["extensions"]["code"])

states, page = [], {"hasNextPage": True, "endCursor": None}
while page["hasNextPage"]:
    answer = ask(
        """query ($after: String) {
             states(first: 50, after: $after) { nodes { iso3 capital { name } } pageInfo { hasNextPage endCursor } totalCount }
           }""",
        after=page["endCursor"],
    )["states"]
    states, page = states + answer["nodes"], answer["pageInfo"]
frame = pandas.json_normalize(states)
print(len(frame) == answer["totalCount"], len(frame) > 200, frame.set_index("iso3").loc["PAK", "capital.name"])
