package neo4jtest

import (
	"os"

	"golang.org/x/sys/windows"
)

// lock waits for the lock on file and returns its release. A process that dies releases it too.
func lock(file string) (unlock func() error, err error) {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	err = windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0, new(windows.Overlapped))
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return f.Close, nil
}
