package main

import (
	"context"
	"log/slog"
	"net/url"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/otlp"
)

// tracingFlags say where spans go. They have OpenTelemetry's own names in the environment, too; its SDK reads OTEL_SERVICE_NAME,
// OTEL_RESOURCE_ATTRIBUTES, OTEL_TRACES_SAMPLER and OTEL_BSP_* by itself.
type tracingFlags struct {
	Endpoint string            `name:"otlp-endpoint" env:"PARLEY_OTLP_ENDPOINT,OTEL_EXPORTER_OTLP_ENDPOINT" help:"OpenTelemetry collector to which spans are sent, as OTLP over HTTP in JSON. None: nothing is traced." placeholder:"URL"`
	Headers  map[string]string `name:"otlp-headers" env:"PARLEY_OTLP_HEADERS,OTEL_EXPORTER_OTLP_HEADERS" help:"Headers for the collector, such as a token; better in the environment." mapsep:"," placeholder:"NAME=VALUE,..."`
}

// open begins tracing, and returns how to end it.
func (f tracingFlags) open(ctx context.Context, log *slog.Logger) (_ trace.TracerProvider, end func(), _ error) {
	if f.Endpoint == "" {
		return noop.NewTracerProvider(), func() {}, nil
	}
	headers := map[string]string{}
	for name, value := range f.Headers {
		plain, err := url.PathUnescape(value)
		if err != nil {
			return nil, nil, diplomacy.Errorf(diplomacy.Invalid, "--otlp-headers: the value of %s is not percent-encoded", name)
		}
		headers[name] = plain
	}
	exporter, err := otlp.New(f.Endpoint, headers, func(err error) { log.Warn("spans were not delivered", "error", err) })
	if err != nil {
		return nil, nil, diplomacy.Errorf(diplomacy.Invalid, "--otlp-endpoint: %v", err)
	}
	process, err := resource.New(ctx, resource.WithAttributes(attribute.String("service.name", "parley"), attribute.String("service.version", version())), resource.WithFromEnv())
	if err != nil {
		return nil, nil, diplomacy.Errorf(diplomacy.Invalid, "OTEL_RESOURCE_ATTRIBUTES: %v", err)
	}
	provider := sdk.NewTracerProvider(sdk.WithBatcher(exporter), sdk.WithResource(process))
	return provider, func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		if err := provider.Shutdown(ctx); err != nil {
			log.Warn("the last spans were not delivered", "error", err)
		}
	}, nil
}
