package server

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/questions"
)

// graphQL is GraphQL over HTTP: POST with a JSON body, GET for queries. The finished answer is written once.
type graphQL struct {
	engine    *graph.Engine
	questions *questions.Set
	maxBody   int64
	turns     *turns
	measures  *measures
	tracer    trace.Tracer
}

// The media types of answers. With the newer one, a request that could not be executed has a status of its own; with JSON, old clients expect 200.
const (
	jsonType     = "application/json"
	responseType = "application/graphql-response+json"
)

func (g graphQL) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	began := time.Now()
	ctx := propagation.TraceContext{}.Extract(r.Context(), propagation.HeaderCarrier(r.Header))
	ctx, span := g.tracer.Start(ctx, "/graphql", trace.WithSpanKind(trace.SpanKindServer))
	defer span.End()
	media := negotiate(r.Header.Values("Accept"))
	status, result := g.answer(w, r.WithContext(ctx), media)
	if media == "" {
		media = jsonType
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Vary", "Accept")
	result.Body = result.BodyWithCost()
	send(w, r, status, media, result.Body)
	g.measures.answered(status, result, time.Since(began))
	if !span.IsRecording() {
		return
	}
	if status >= http.StatusInternalServerError {
		span.SetStatus(codes.Error, string(result.Code))
	}
	span.SetAttributes(
		attribute.String("parley.request", graph.RequestID(ctx)), attribute.String("graphql.operation.name", g.measures.operation(result.Operation)),
		attribute.String("parley.code", string(result.Code)), attribute.Int("http.response.status_code", status),
		attribute.Int("parley.rows", result.Work.Rows), attribute.Int("parley.bytes", len(result.Body)),
	)
}

// answer makes the answer in a media type, and its status. It writes headers only.
func (g graphQL) answer(w http.ResponseWriter, r *http.Request, media string) (int, graph.Result) {
	refuse := func(status int, code diplomacy.Code, message string) (int, graph.Result) {
		body, _ := json.Marshal(map[string]any{"errors": []any{map[string]any{"message": message, "extensions": map[string]any{"code": code}}}})
		return status, graph.Result{Body: body, Code: code}
	}
	if media == "" {
		return refuse(http.StatusNotAcceptable, diplomacy.Invalid, "the answer is "+responseType+" or "+jsonType+"; the Accept header allows neither")
	}
	var request graph.Request
	var err error
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		request, err = g.fromURL(r)
	case http.MethodPost:
		sent, params, e := mime.ParseMediaType(r.Header.Get("Content-Type"))
		if e != nil || sent != jsonType || !isUTF8(params["charset"]) {
			return refuse(http.StatusUnsupportedMediaType, diplomacy.Invalid, "send the request as application/json in UTF-8")
		}
		request, err = g.fromBody(http.MaxBytesReader(w, r.Body, g.maxBody))
		if tooLong := (*http.MaxBytesError)(nil); errors.As(err, &tooLong) {
			return refuse(http.StatusRequestEntityTooLarge, diplomacy.LimitBody, "the request is longer than the "+strconv.FormatInt(tooLong.Limit, 10)+" bytes allowed")
		}
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		return refuse(http.StatusMethodNotAllowed, diplomacy.Invalid, "send a GraphQL request by POST, or a query by GET")
	}
	if diplomacy.CodeOf(err) == diplomacy.NotFound {
		return refuse(http.StatusNotFound, diplomacy.NotFound, err.Error())
	}
	if err != nil {
		return refuse(http.StatusBadRequest, diplomacy.Invalid, err.Error())
	}
	if !g.turns.take(r.Context()) {
		if r.Context().Err() != nil {
			return refuse(http.StatusServiceUnavailable, diplomacy.Unavailable, "the client has left")
		}
		w.Header().Set("Retry-After", "1")
		return refuse(http.StatusServiceUnavailable, diplomacy.Overloaded, "the server is busy with other requests; try again in a second")
	}
	defer g.turns.done()
	result := g.engine.Execute(r.Context(), request)
	return status(result, media), result
}

// status is 200 whenever there is data. A store that is away is 503 in every media type, so that proxies and clients try again, and what asks
// for too much is 400, so that proxies and limits of rates see it.
func status(r graph.Result, media string) int {
	switch {
	case r.Code == diplomacy.Unavailable:
		return http.StatusServiceUnavailable
	case r.Code.Limit():
		return http.StatusBadRequest
	case r.Executed || media == jsonType:
		return http.StatusOK
	default:
		return http.StatusBadRequest
	}
}

// negotiate picks the media type of the answer: the newer one where the client names it, JSON where it takes anything; "" for neither.
func negotiate(accept []string) string {
	if len(accept) == 0 {
		return jsonType
	}
	best := ""
	for part := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		media, params, err := mime.ParseMediaType(part)
		if err != nil || refused(params["q"]) || !isUTF8(params["charset"]) {
			continue
		}
		switch media {
		case responseType:
			return responseType
		case jsonType, "application/*", "*/*":
			best = jsonType
		}
	}
	return best
}

// refused reads a quality of 0, which may have decimals.
func refused(q string) bool {
	weight, err := strconv.ParseFloat(q, 64)
	return err == nil && weight == 0
}

func isUTF8(charset string) bool { return charset == "" || strings.EqualFold(charset, "utf-8") }

// document is what a request asks: its own document, or the saved one that it names.
func (g graphQL) document(query, documentID *string) (string, error) {
	switch {
	case query != nil && documentID != nil:
		return "", diplomacy.Errorf(diplomacy.Invalid, "the request has both query and documentId; send one of them")
	case query != nil:
		return *query, nil
	case documentID == nil:
		return "", diplomacy.Errorf(diplomacy.Invalid, "the request has no query, and no documentId")
	}
	if q := g.questions.Find(*documentID); q != nil {
		return q.Document, nil
	}
	return "", diplomacy.Errorf(diplomacy.NotFound, "there is no saved question with that documentId; /queries lists them, each with its name and its sha256")
}

// fromBody reads a request of JSON. Its messages do not repeat what was sent.
func (g graphQL) fromBody(body io.Reader) (graph.Request, error) {
	var raw struct {
		Query         *string        `json:"query"`
		DocumentID    *string        `json:"documentId"`
		OperationName *string        `json:"operationName"`
		Variables     map[string]any `json:"variables"`
		Extensions    map[string]any `json:"extensions"`
	}
	d := json.NewDecoder(body)
	d.UseNumber() // numbers keep their digits
	if err := d.Decode(&raw); err != nil {
		if tooLong := (*http.MaxBytesError)(nil); errors.As(err, &tooLong) {
			return graph.Request{}, err
		}
		if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) && wrong.Field == "variables" {
			return graph.Request{}, noVariables()
		} else if wrong != nil && wrong.Field != "" {
			return graph.Request{}, diplomacy.Errorf(diplomacy.Invalid, "%s has the wrong type in the request", wrong.Field)
		}
		return graph.Request{}, diplomacy.Errorf(diplomacy.Invalid, "the request is no JSON object with query, operationName, variables and extensions")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return graph.Request{}, diplomacy.Errorf(diplomacy.Invalid, "something follows the JSON object of the request")
	}
	document, err := g.document(raw.Query, raw.DocumentID)
	if err != nil {
		return graph.Request{}, err
	}
	r := graph.Request{Query: document, Variables: raw.Variables}
	if raw.OperationName != nil {
		r.OperationName = *raw.OperationName
	}
	return r, nil
}

func (g graphQL) fromURL(r *http.Request) (graph.Request, error) {
	q := r.URL.Query()
	given := func(name string) *string {
		if !q.Has(name) {
			return nil
		}
		value := q.Get(name)
		return &value
	}
	document, err := g.document(given("query"), given("documentId"))
	if err != nil {
		return graph.Request{}, err
	}
	if e := q.Get("extensions"); e != "" {
		if _, err := Variables(e); err != nil {
			return graph.Request{}, diplomacy.Errorf(diplomacy.Invalid, "extensions is no JSON object")
		}
	}
	variables, err := Variables(q.Get("variables"))
	return graph.Request{Query: document, OperationName: q.Get("operationName"), Variables: variables, OnlyQueries: true}, err
}

func noVariables() error { return diplomacy.Errorf(diplomacy.Invalid, "variables is no JSON object") }

// Variables reads an operation's variables: a JSON object, or nothing. Numbers keep their digits.
func Variables(text string) (map[string]any, error) {
	if text == "" {
		return nil, nil
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v map[string]any
	if err := d.Decode(&v); err != nil {
		return nil, noVariables()
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, diplomacy.Errorf(diplomacy.Invalid, "something follows the JSON object of variables")
	}
	return v, nil
}
