package main

import (
	"runtime"
	"runtime/metrics"
	"testing"
	"time"
)

func TestGrowth(t *testing.T) {
	for alive, most := range map[uint64]uint64{1 << 20: 14 << 20, 100 << 20: 58 << 20, 500 << 20: 150 << 20, 1 << 30: 154 << 20, 1 << 40: 11 << 30} {
		grown := alive / 100 * uint64(growth(alive))
		if grown > most || grown < most/2 && alive > 10<<20 {
			t.Errorf("%d bytes grow by %d percent, %d bytes", alive, growth(alive), grown)
		}
	}
}

// TestTuneMemory: a small heap may grow by the least, a large one by the percentage.
func TestTuneMemory(t *testing.T) {
	t.Setenv("GOGC", "")
	percent := func() int {
		sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
		metrics.Read(sample)
		return int(sample[0].Value.Uint64())
	}
	tuneMemory()
	if p := percent(); p != 225 {
		t.Errorf("it begins with %d percent", p)
	}
	for _, size := range []int{200 << 20, 20 << 20} {
		held := make([]byte, size)
		most := growPercent + growLeast*100/size
		deadline := time.Now().Add(10 * time.Second)
		for p := 0; p <= growPercent || p > most || p < growPercent+(most-growPercent)/3; p = percent() { // other tests hold memory, too
			if time.Now().After(deadline) {
				t.Fatalf("with %d MB alive the percentage is %d, not about %d", size>>20, p, most)
			}
			runtime.GC()
			time.Sleep(10 * time.Millisecond)
		}
		runtime.KeepAlive(held)
	}
}
