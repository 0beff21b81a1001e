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

  // Questions lists the saved questions. Choosing one puts it into the editor.
  const Questions = () => {
    const { queryEditor, variableEditor } = GraphiQL.React.useEditorContext({ nonNull: true });
    const [list, setList] = React.useState(null);
    const [failed, setFailed] = React.useState(false);
    React.useEffect(() => {
      fetch(place.dataset.questions)
        .then((answer) => (answer.ok ? answer.json() : Promise.reject()))
        .then(setList)
        .catch(() => setFailed(true));
    }, []);
    const ask = (question) => {
      queryEditor.setValue(question.document);
      variableEditor?.setValue("");
      queryEditor.focus();
    };
    return h(
      "section",
      { className: "questions", "aria-label": "Saved questions" },
      h("h2", null, "Saved questions"),
      failed && h("p", { role: "alert" }, "The questions could not be fetched. Close this and open it again."),
      !failed && !list && h("p", { role: "status" }, "Fetching the questions"),
      list &&
        h(
          "ul",
          null,
          list.map((question) =>
            h("li", { key: question.name }, h("button", { type: "button", onClick: () => ask(question) }, question.title), question.prose && h("p", null, question.prose)),
          ),
        ),
    );
  };
  const questions = {
    title: "Saved questions",
    icon: () =>
      h(
        "svg",
        { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.5, strokeLinecap: "round", strokeLinejoin: "round", "aria-hidden": "true" },
        h("path", { d: "M4 5h16v11H10l-4 4v-4H4z" }),
        h("path", { d: "M9.8 8.8a2.2 2.2 0 1 1 3 2.1c-.6.3-.8.6-.8 1.1M12 13.9v.1" }),
      ),
    content: Questions,
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
        plugins: [questions, GraphiQLPluginExplorer.explorerPlugin({ showAttribution: false })],
      },
      h(GraphiQL.Logo, null, h("a", { className: "graphiql-logo-link", href: "/" }, "Parley")),
      h(GraphiQL.Toolbar, null, ({ prettify, merge, copy }) =>
        h(React.Fragment, null, prettify, merge, copy, h(LinkButton)),
      ),
    ),
  );
}
