package server_test

import (
	"testing"

	"go.uber.org/goleak"
)

// No test leaves a goroutine behind: not a request that was answered, refused or given up, nor a server that has ended.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }
