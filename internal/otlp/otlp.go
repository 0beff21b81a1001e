// Package otlp sends spans to a collector as OTLP over HTTP, in its JSON form. OpenTelemetry's own exporter does the same with Protocol
// Buffers, and brings gRPC along: a binary larger by 11 MB, and ten modules more. It imports OpenTelemetry's SDK only. Start with New.
package otlp

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	sdk "go.opentelemetry.io/otel/sdk/trace"
)

// Exporter is an SpanExporter of OpenTelemetry's SDK.
type Exporter struct {
	address string
	headers map[string]string
	client  http.Client
	failed  func(error)
}

var _ sdk.SpanExporter = (*Exporter)(nil)

// New makes an exporter to the collector at endpoint, such as http://localhost:4318, that sends headers with every batch. Spans that could
// not be delivered are lost; failed is told why.
func New(endpoint string, headers map[string]string, failed func(error)) (*Exporter, error) {
	u, err := url.Parse(endpoint)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fmt.Errorf("%q is no address of a collector; write http://HOST:4318", endpoint)
	}
	return &Exporter{u.JoinPath("v1", "traces").String(), headers, http.Client{Timeout: 10 * time.Second}, failed}, nil
}

// ExportSpans implements sdk.SpanExporter.
func (e *Exporter) ExportSpans(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	if err := e.send(ctx, spans); err != nil {
		e.failed(err)
	}
	return nil // the SDK would print an error to its global handler
}

// Shutdown implements sdk.SpanExporter.
func (e *Exporter) Shutdown(context.Context) error {
	e.client.CloseIdleConnections()
	return nil
}

func (e *Exporter) send(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	body, err := json.Marshal(request(spans))
	if err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, e.address, bytes.NewReader(body))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	for name, value := range e.headers {
		r.Header.Set(name, value)
	}
	response, err := e.client.Do(r)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	_, _ = io.Copy(io.Discard, io.LimitReader(response.Body, 1<<16))
	if response.StatusCode/100 != 2 {
		return fmt.Errorf("the collector answers %s", response.Status)
	}
	return nil
}

// The names are those of ExportTraceServiceRequest, https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding: ids are hexadecimal,
// integers of 64 bits are texts.
type (
	export struct {
		ResourceSpans []*resourceSpans `json:"resourceSpans"`
	}
	resourceSpans struct {
		Resource   attributes    `json:"resource"`
		ScopeSpans []*scopeSpans `json:"scopeSpans"`
	}
	scopeSpans struct {
		Scope scope  `json:"scope"`
		Spans []span `json:"spans"`
	}
	attributes struct {
		Attributes []keyValue `json:"attributes"`
	}
	scope struct {
		Name string `json:"name"`
	}
	span struct {
		TraceID      string     `json:"traceId"`
		SpanID       string     `json:"spanId"`
		ParentSpanID string     `json:"parentSpanId,omitempty"`
		Name         string     `json:"name"`
		Kind         int        `json:"kind"`
		Start        string     `json:"startTimeUnixNano"`
		End          string     `json:"endTimeUnixNano"`
		Attributes   []keyValue `json:"attributes,omitempty"`
		Status       status     `json:"status"`
	}
	status struct {
		Code    int    `json:"code,omitempty"`
		Message string `json:"message,omitempty"`
	}
	keyValue struct {
		Key   string         `json:"key"`
		Value map[string]any `json:"value"`
	}
)

// request puts the spans together that come from the same part of the program. They are all of one resource: this process.
func request(spans []sdk.ReadOnlySpan) export {
	if len(spans) == 0 {
		return export{}
	}
	process := &resourceSpans{Resource: attributes{keyValues(spans[0].Resource().Attributes())}}
	scopes := map[string]*scopeSpans{}
	for _, s := range spans {
		name := s.InstrumentationScope().Name
		if scopes[name] == nil {
			scopes[name] = &scopeSpans{Scope: scope{name}}
			process.ScopeSpans = append(process.ScopeSpans, scopes[name])
		}
		out := span{
			TraceID: s.SpanContext().TraceID().String(), SpanID: s.SpanContext().SpanID().String(),
			Name: s.Name(), Kind: int(s.SpanKind()), // the numbers are the same
			Start: strconv.FormatInt(s.StartTime().UnixNano(), 10), End: strconv.FormatInt(s.EndTime().UnixNano(), 10),
			Attributes: keyValues(s.Attributes()),
		}
		if s.Parent().HasSpanID() {
			out.ParentSpanID = s.Parent().SpanID().String()
		}
		switch s.Status().Code {
		case codes.Ok:
			out.Status.Code = 1
		case codes.Error:
			out.Status = status{2, s.Status().Description}
		}
		scopes[name].Spans = append(scopes[name].Spans, out)
	}
	return export{[]*resourceSpans{process}}
}

func keyValues(list []attribute.KeyValue) []keyValue {
	out := make([]keyValue, len(list))
	for i, a := range list {
		value := map[string]any{}
		switch a.Value.Type() {
		case attribute.BOOL:
			value["boolValue"] = a.Value.AsBool()
		case attribute.INT64:
			value["intValue"] = strconv.FormatInt(a.Value.AsInt64(), 10)
		case attribute.FLOAT64:
			value["doubleValue"] = a.Value.AsFloat64()
		default:
			value["stringValue"] = strings.ToValidUTF8(a.Value.String(), "\ufffd")
		}
		out[i] = keyValue{string(a.Key), value}
	}
	return out
}
