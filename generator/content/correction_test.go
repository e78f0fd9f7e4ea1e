package content

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"siger/generator/award"
	"siger/generator/problem"
	"siger/generator/seal"
)

// TestLedger: what is drafted can be read, as long as lists may be and as often as it
// may be corrected; beyond that it is judged before it is written.
func TestLedger(t *testing.T) {
	const file = "2021/koreksi.yaml"
	day := award.Date{Year: 2021, Month: 2, Day: 3}
	var ids []string
	for i := range maxTerms {
		ids = append(ids, fmt.Sprintf("%080d", i))
	}
	long := strings.Join(ids, ", ")
	awards := seal.Change{Part: "edisi", Field: "penghargaan", Old: long, New: long[:len(long)-1]}
	light := seal.Correction{Date: day, Kind: seal.Wording, Changes: []seal.Change{{Part: "inovasi/" + ids[0] + "/teks", Field: "ringkasan",
		Old: "sha256:" + strings.Repeat("0", 64), New: "sha256:" + strings.Repeat("1", 64)}}}
	of := func(n int, c seal.Correction) []seal.Correction {
		list := make([]seal.Correction, n)
		for i := range list {
			list[i] = c
		}
		return list
	}
	many := light
	many.Changes = make([]seal.Change, maxChanges+1)
	for i := range many.Changes {
		many.Changes[i] = light.Changes[0]
	}
	for name, c := range map[string]struct {
		drafts []seal.Correction
		want   problem.Code
	}{
		"long lists":       {[]seal.Correction{{Date: day, Kind: seal.Substance, Changes: []seal.Change{awards}}}, ""},
		"many corrections": {of(maxCorrections, light), ""},
		"one too many":     {of(maxCorrections+1, light), problem.TooManyItems},
		"many changes":     {[]seal.Correction{many}, problem.TooManyItems},
		"large":            {of(4, many), problem.LargeFile},
	} {
		ledger := []byte(strings.ReplaceAll(string(AppendCorrections(nil, c.drafts)), "alasan:\n", "alasan: Salah tulis.\n"))
		got := JudgeLedger(file, ledger)
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || got[0].Code != c.want) {
			t.Errorf("%s: %d bytes: %v, want %q", name, len(ledger), got, c.want)
		}
	}
	if SizeLimit("2021/inovasi/koreksi.yaml") != MaxFileSize {
		t.Error("an innovation is taken for a ledger")
	}
}

// TestLedgerCosts: a ledger as large as it may be is read in time, whatever it says.
func TestLedgerCosts(t *testing.T) {
	fill := func(begin string, each func(i int) string, end string) string {
		var b strings.Builder
		b.WriteString(begin)
		for i := 0; b.Len() < MaxLedgerSize-100; i++ {
			b.WriteString(each(i))
		}
		return b.String() + end
	}
	for name, text := range map[string]string{
		"keys":          fill("- {", func(i int) string { return fmt.Sprintf("k%d: 1,", i) }, "}\n"),
		"keys, a line":  fill("- tanggal: 2021-01-01\n", func(i int) string { return fmt.Sprintf("  k%d: 1\n", i) }, ""),
		"comments":      fill("", func(int) string { return "- a #x\n# y\n" }, ""),
		"changes":       fill("- perubahan:\n", func(int) string { return "    - {bagian: a}\n" }, ""),
		"list in lists": fill("[", func(int) string { return "a," }, "]\n"),
	} {
		start := time.Now()
		if got := JudgeLedger("2021/koreksi.yaml", []byte(text)); len(got) == 0 {
			t.Errorf("%s: no problem", name)
		}
		took := time.Since(start)
		t.Logf("%s: %v", name, took)
		if took > 5*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}
