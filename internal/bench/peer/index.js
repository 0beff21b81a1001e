// @neo4j/graphql and Apollo Server over the graph that Parley keeps in Neo4j: NEO4J_URI names it. Prints its port once it serves, and ends with its
// standard input. The type definitions are what one would write for the part of the graph that the benchmark asks for.
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const typeDefs = `#graphql
  interface Actor {
    id: String!
    key: String!
    name: String!
    statements: [Statement!]! @declareRelationship
  }
  type State implements Actor @node {
    id: String!
    key: String!
    name: String!
    iso3: String
    aliases: [String!]
    statements: [Statement!]! @relationship(type: "MADE_BY", direction: IN)
  }
  type Organization implements Actor @node {
    id: String!
    key: String!
    name: String!
    statements: [Statement!]! @relationship(type: "MADE_BY", direction: IN)
  }
  type Official implements Actor @node {
    id: String!
    key: String!
    name: String!
    statements: [Statement!]! @relationship(type: "MADE_BY", direction: IN)
  }
  type Outlet implements Actor @node {
    id: String!
    key: String!
    name: String!
    statements: [Statement!]! @relationship(type: "MADE_BY", direction: IN)
  }
  type UnnamedSource implements Actor @node {
    id: String!
    key: String!
    name: String!
    statements: [Statement!]! @relationship(type: "MADE_BY", direction: IN)
  }
  type Statement @node {
    id: String!
    key: String!
    text: String!
    act: String!
    spokenAt: String
    spokenAt_from: String
    spokenAt_to: String
    speakers: [Actor!]! @relationship(type: "MADE_BY", direction: OUT)
    onBehalfOf: [Actor!]! @relationship(type: "ON_BEHALF_OF", direction: OUT)
    addressees: [Actor!]! @relationship(type: "ADDRESSED_TO", direction: OUT)
    responses: [Statement!]! @relationship(type: "RESPONDS_TO", direction: IN)
    evidence: [Evidence!]! @relationship(type: "SUPPORTS", direction: IN)
  }
  type Evidence @node {
    id: String!
    key: String!
    sentence: String!
  }
`;

const features = { filters: { String: { GTE: true } } };

process.stdin.on("end", () => process.exit(0)).resume();
const driver = neo4j.driver(process.env.NEO4J_URI);
const server = new ApolloServer({ schema: await new Neo4jGraphQL({ typeDefs, driver, features }).getSchema(), introspection: false, csrfPrevention: false });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });
console.log(url);
