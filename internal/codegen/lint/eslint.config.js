// The recommended rules of @graphql-eslint for a schema, and those for Relay. What is off or bent has its reason beside it.
import graphql from '@graphql-eslint/eslint-plugin';

const { 'flat/schema-recommended': recommended, 'flat/schema-relay': relay } = graphql.configs;
const [, names] = recommended.rules['@graphql-eslint/naming-convention'];

export default [
  {
    files: ['*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: 'derived.graphql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...recommended.rules,
      ...relay.rules,
      // AND, OR and NOT join filters. In capitals they cannot be taken for properties, which stand beside them.
      '@graphql-eslint/naming-convention': ['error', { ...names, InputValueDefinition: { style: 'camelCase', ignorePattern: '^(AND|OR|NOT)$' } }],
      // A connection has `nodes` beside `edges`, as GitHub's: most questions need no cursor for each node. Aliases are lists of texts.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
      // Nodes of the graph have an identity. Relay's own types and what is computed are none.
      '@graphql-eslint/strict-id-in-types': ['error', { exceptions: {
        types: ['PageInfo', 'Wait', 'Paths', 'Path', 'Relation', 'Neighborhood', 'RelationCount',
          'Tension', 'TensionChange', 'TensionContribution', 'TensionPair', 'TensionPoint', 'TensionRanking', 'TensionWithout', 'SearchSnippet', 'SearchSegment'],
        suffixes: ['Connection', 'Edge', 'Aggregate', 'Group', 'Groups', 'GroupKey'],
      } }],
      // It compares letters, not words: State.statements is no repetition of State.
      '@graphql-eslint/no-typename-prefix': 'off',
    },
  },
];
