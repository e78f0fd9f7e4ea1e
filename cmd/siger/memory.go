package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// The heap grows by nearly half before it is collected, but by 9 MB in any case, as the
// collector of a small build would run all the time otherwise, and by no more than 144 MB, so that a
// hundred thousand innovations fit into 1 GiB.
const (
	growPercent = 45
	growLeast   = 9 << 20
	growMost    = 144 << 20
)

// tuneMemory sets how far the heap grows; GOGC in the environment overrules it.
func tuneMemory() {
	if os.Getenv("GOGC") != "" {
		return
	}
	const least = 4 << 20 // what the runtime takes a heap for at least, at 100 percent
	debug.SetGCPercent(growLeast * 100 / least)
	tuneAfterCollection()
}

// growth returns by how many percent a heap of so many bytes grows.
func growth(alive uint64) int {
	return int(min(growPercent+growLeast*100/alive, growMost*100/alive+1))
}

// tuneAfterCollection sets the percentage after every collection: the runtime knows
// percentages of what is alive alone. Memory that is held and never touched would
// have the same effect, but the runtime clears it at times, and that costs more than
// all collections of a small build.
func tuneAfterCollection() {
	runtime.AddCleanup(new(*int), func(live []metrics.Sample) {
		metrics.Read(live)
		if alive := live[0].Value.Uint64(); alive > 0 {
			debug.SetGCPercent(growth(alive))
		}
		tuneAfterCollection()
	}, []metrics.Sample{{Name: "/gc/heap/live:bytes"}})
}
