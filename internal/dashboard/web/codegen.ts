import type { CodegenConfig } from "@graphql-codegen/cli";

// The types of every document in src/queries, and the documents themselves as text: checked against the served schema.
export default {
  schema: "../../../schema/derived.graphql",
  documents: "src/queries/*.graphql",
  generates: {
    "src/generated/graphql.ts": {
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        documentMode: "string",
        useTypeImports: true,
        enumType: "string-literal",
        enumsAsTypes: true,
        skipTypename: false,
        scalars: { CAMEO: "string", DateTime: "string", PartialDate: "string", ID: "string" },
      },
    },
  },
} satisfies CodegenConfig;
