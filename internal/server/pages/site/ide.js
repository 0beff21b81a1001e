// Starts GraphiQL. It is a file of its own because the content security policy
// of the page allows no script inside HTML.
"use strict";

{
  const { createElement: h } = React;
  const place = document.getElementById("ide");

  // The names of the parameters are those of GraphQL over HTTP, so that the
  // address of a query works with both /graphiql and /graphql.
  const address = new URLSearchParams(location.search);
  const query = address.get("query") || undefined;
  // A query from the address never takes the stored variables of another one.
  const variables = address.get("variables") ?? (query ? "" : undefined);

  // A namespace of our own, as many programs run an IDE on localhost. Where the
  // browser denies storage, GraphiQL works without.
  const storage = () => {
    try {
      localStorage.getItem("parley");
      return GraphiQL.createLocalStorage({ namespace: "parley" });
    } catch {
      return null;
    }
  };

  // LinkButton makes the link that the parameters above read.
  const LinkButton = () => {
    const { queryEditor, variableEditor } = GraphiQL.React.useEditorContext({ nonNull: true });
    const [done, setDone] = React.useState(false);
    const link = () => {
      const parameters = new URLSearchParams({ query: queryEditor.getValue() });
      if (variableEditor?.getValue().trim()) parameters.set("variables", variableEditor.getValue());
      history.replaceState(null, "", `${location.pathname}?${parameters}`);
      // There is no clipboard on plain http; the address bar has the link.
      navigator.clipboard?.writeText(location.href).catch(() => {});
      setDone(true);
    };
    const label = done ? "The link is in the address bar" : "Make a link to this query";
    return h(
      GraphiQL.React.ToolbarButton,
      { label, onClick: link, onMouseLeave: () => setDone(false) },
      h(
        "svg",
        {
          className: "graphiql-toolbar-icon",
          viewBox: "0 0 24 24",
          fill: "none",
          stroke: "currentColor",
          strokeWidth: 1.8,
          strokeLinecap: "round",
          "aria-hidden": "true",
        },
        h("path", { d: "M10 14a4.5 4.5 0 0 0 6.4 0l3.2-3.2a4.5 4.5 0 0 0-6.4-6.4L11.6 6" }),
        h("path", { d: "M14 10a4.5 4.5 0 0 0-6.4 0l-3.2 3.2a4.5 4.5 0 0 0 6.4 6.4l1.6-1.6" }),
      ),
    );
  };

  ReactDOM.createRoot(place).render(
    h(
      GraphiQL,
      {
        fetcher: GraphiQL.createFetcher({ url: place.dataset.endpoint }),
        storage: storage(),
        defaultQuery: place.dataset.example || undefined,
        query,
        variables,
        // Parley asks for no header, so the IDE neither shows nor keeps any.
        isHeadersEditorEnabled: false,
        shouldPersistHeaders: false,
        plugins: [GraphiQLPluginExplorer.explorerPlugin({ showAttribution: false })],
      },
      h(GraphiQL.Logo, null, h("a", { className: "graphiql-logo-link", href: "/" }, "Parley")),
      h(GraphiQL.Toolbar, null, ({ prettify, merge, copy }) =>
        h(React.Fragment, null, prettify, merge, copy, h(LinkButton)),
      ),
    ),
  );
}
