package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"gopkg.in/yaml.v3"

	"siger/generator/site"
)

func starterBytes(t *testing.T, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(starter, "starter/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestStarterShared: what this repository and a new one both have is the same,
// byte for byte, so that this one shows that it works.
func TestStarterShared(t *testing.T) {
	shared := []string{".github/ISSUE_TEMPLATE/usulan-inovasi.yml", ".github/ISSUE_TEMPLATE/sanggahan.yml", ".github/pull_request_template.md"}
	workflows, err := fs.Glob(starter, "starter/.github/workflows/*")
	if err != nil || len(workflows) < 2 {
		t.Fatalf("the starter's workflows are %v (%v)", workflows, err)
	}
	for _, w := range workflows {
		shared = append(shared, strings.TrimPrefix(w, "starter/"))
	}
	for _, name := range shared {
		ours, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(ours, starterBytes(t, name)) {
			t.Errorf("%s differs from cmd/siger/starter/%s", name, name)
		}
	}
}

// TestStarterYears: outside of the workflows, which are copied as they are,
// every year of the starter is one that new situs replaces.
func TestStarterYears(t *testing.T) {
	years := regexp.MustCompile(`\b(19|20)[0-9]{2}\b`)
	known := []string{"2024", "2025", "2026", "2017", "2014"} // the last two are of laws
	err := fs.WalkDir(starter, "starter", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(starter, name)
		for _, year := range years.FindAllString(string(data), -1) {
			if !slices.Contains(known, year) {
				t.Errorf("%s speaks of %s", name, year)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A workflow is what the rules for workflows look at.
type workflow struct {
	On          map[string]any
	Permissions map[string]string
	Concurrency map[string]any
	Jobs        map[string]struct {
		Permissions map[string]string
		Timeout     int `yaml:"timeout-minutes"`
		Steps       []struct {
			Uses string
			Run  string
			With map[string]any
		}
	}
}

// TestWorkflows: every workflow has the fewest permissions, a limit of time and
// of runs at once, actions pinned to a commit, and no secrets.
func TestWorkflows(t *testing.T) {
	files, err := filepath.Glob("../../.github/workflows/*.yml")
	if err != nil || len(files) < 3 {
		t.Fatalf("the workflows are %v (%v)", files, err)
	}
	module, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	goVersion := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindSubmatch(module)
	pinned := regexp.MustCompile(`^[a-z-]+/[a-z-]+@[0-9a-f]{40}$`)
	commented := regexp.MustCompile(`(?m)^\s*(?:- )?uses: \S+ # v\d+\.\d+\.\d+$`)
	pins := map[string]string{}
	uses := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var w workflow
		if err := yaml.Unmarshal(data, &w); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		// What runs after a workflow has the rights of this repository, so it takes
		// nothing of the pull request but a text; then it may write comments.
		_, after := w.On["workflow_run"]
		if after && (len(w.Permissions) != 0 || bytes.Contains(data, []byte("uses: "))) {
			t.Errorf("%s: permissions %v, and it must use no action", file, w.Permissions)
		}
		if !after && (len(w.Permissions) != 1 || w.Permissions["contents"] != "read") || len(w.Concurrency) == 0 || len(w.Jobs) == 0 {
			t.Errorf("%s: permissions %v, concurrency %v, %d jobs", file, w.Permissions, w.Concurrency, len(w.Jobs))
		}
		if _, privileged := w.On["pull_request_target"]; privileged || bytes.Contains(data, []byte("secrets.")) {
			t.Errorf("%s: pull requests of strangers would run with secrets", file)
		}
		for name, job := range w.Jobs {
			if job.Timeout == 0 {
				t.Errorf("%s: %s has no time limit", file, name)
			}
			for _, right := range []string{"contents", "actions", "packages", "pull-requests"} {
				if job.Permissions[right] == "write" && !(after && right == "pull-requests") {
					t.Errorf("%s: %s may write %s", file, name, right)
				}
			}
			for _, step := range job.Steps {
				if strings.Contains(step.Run, "${{") {
					t.Errorf("%s: %s puts an expression into a script", file, name)
				}
				if step.Uses == "" {
					continue
				}
				uses++
				action, commit, _ := strings.Cut(step.Uses, "@")
				if !pinned.MatchString(step.Uses) || pins[action] != "" && pins[action] != commit {
					t.Errorf("%s: %s is not pinned, or elsewhere to another commit", file, step.Uses)
				}
				pins[action] = commit
				if action == "actions/checkout" && step.With["persist-credentials"] != false {
					t.Errorf("%s: the checkout leaves its token behind", file)
				}
				if action == "actions/setup-go" && step.With["go-version"] != string(goVersion[1]) {
					t.Errorf("%s: Go %v, go.mod says %s", file, step.With["go-version"], goVersion[1])
				}
				if strings.Contains(action, "upload") && step.With["include-hidden-files"] != false {
					t.Errorf("%s: %s publishes hidden files", file, action)
				}
			}
		}
		if n, all := len(commented.FindAll(data, -1)), bytes.Count(data, []byte("uses: ")); n != all {
			t.Errorf("%s: %d of %d actions have their version in a comment", file, n, all)
		}
	}
	if uses < 8 {
		t.Errorf("only %d uses of actions", uses)
	}
}

// TestStarterGitLab: .gitlab-ci.yml does what the GitHub workflows do.
func TestStarterGitLab(t *testing.T) {
	type job struct {
		Stage     string
		Script    []string
		Rules     []map[string]string
		Artifacts struct {
			Paths   []string
			When    string
			Reports map[string]string
		}
	}
	var ci struct {
		Stages   []string
		Workflow struct{ Rules []map[string]string }
		Default  struct {
			Image  string
			Before []string `yaml:"before_script"`
		}
		Check   job `yaml:"periksa"`
		Preview job `yaml:"pratinjau"`
		Pages   job
	}
	decoder := yaml.NewDecoder(bytes.NewReader(starterBytes(t, ".gitlab-ci.yml")))
	if err := decoder.Decode(&ci); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(ci.Default.Before, []string{"sh .ci/siger /usr/local/bin"}) || !strings.HasPrefix(ci.Default.Image, "golang:1.26") || len(ci.Workflow.Rules) != 2 {
		t.Errorf("default %+v, workflow %+v", ci.Default, ci.Workflow)
	}
	for name, j := range map[string]job{"periksa": ci.Check, "pratinjau": ci.Preview, "pages": ci.Pages} {
		if !slices.Contains(ci.Stages, j.Stage) || len(j.Script) == 0 {
			t.Errorf("%s: stage %q, script %q", name, j.Stage, j.Script)
		}
		for _, line := range j.Script {
			siger(t, line)
		}
	}
	if ci.Check.Artifacts.When != "always" || !strings.Contains(ci.Check.Script[0], "> "+ci.Check.Artifacts.Reports["codequality"]) {
		t.Errorf("the report is %+v of %q", ci.Check.Artifacts, ci.Check.Script)
	}
	if !slices.Equal(ci.Pages.Artifacts.Paths, []string{"public"}) || ci.Pages.Rules[0]["if"] != "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" {
		t.Errorf("pages publishes %+v when %+v", ci.Pages.Artifacts, ci.Pages.Rules)
	}
}

// TestStarterNetlify: netlify.toml builds and publishes the output folder.
func TestStarterNetlify(t *testing.T) {
	var netlify struct {
		Build struct {
			Command, Publish string
			Environment      map[string]string
		}
		Context map[string]struct{ Command string }
	}
	meta, err := toml.Decode(string(starterBytes(t, "netlify.toml")), &netlify)
	if err != nil || len(meta.Undecoded()) > 0 {
		t.Fatalf("%v, %v", meta.Undecoded(), err)
	}
	if netlify.Build.Publish != "public" || netlify.Build.Environment["GO_VERSION"] == "" {
		t.Errorf("build %+v", netlify.Build)
	}
	commands := []string{netlify.Build.Command, netlify.Context["deploy-preview"].Command, netlify.Context["branch-deploy"].Command}
	for _, command := range commands {
		install, build, ok := strings.Cut(command, " && ")
		if !ok || install != "sh .ci/siger .siger/bin" {
			t.Errorf("command %q", command)
		}
		siger(t, build)
	}
}

// TestStarterNginx: nginx sends the headers that _headers asks other hosts for.
func TestStarterNginx(t *testing.T) {
	conf := string(starterBytes(t, "nginx/situs.conf"))
	maps := map[string]map[string]string{} // by variable: values by pattern
	for _, m := range regexp.MustCompile(`(?s)map \$uri \$(\w+) \{(.*?)\n\}`).FindAllStringSubmatch(conf, -1) {
		maps[m[1]] = map[string]string{}
		for _, line := range regexp.MustCompile(`(\S+)\s+"([^"]*)";`).FindAllStringSubmatch(m[2], -1) {
			maps[m[1]][line[1]] = line[2]
		}
	}
	sent := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^    add_header (\S+) "?(.*?)"? always;$`).FindAllStringSubmatch(conf, -1) {
		sent[m[1]] = m[2]
	}
	// resolved is a header's value for paths of a pattern.
	resolved := func(name, pattern string) string {
		value := sent[name]
		for variable, values := range maps {
			v, ok := values[pattern]
			if !ok {
				v = values["default"]
			}
			if n := len("$" + variable); strings.HasSuffix(value, "$"+variable) {
				value = value[:len(value)-n] + v
			}
		}
		return value
	}
	const embed = "~^/([a-z][a-z]/)?[0-9]+/" + site.EmbedFolder + "/"
	for _, h := range site.Headers() {
		want := h.Value
		if h.Name == "Content-Security-Policy" {
			want += "; frame-ancestors 'none'"
		}
		if got := resolved(h.Name, "default"); got != want {
			t.Errorf("%s is %q, want %q", h.Name, got, want)
		}
	}
	for _, h := range site.EmbedHeaders() {
		if got := resolved(h.Name, embed); got != h.Value {
			t.Errorf("%s of an embedded page is %q, want %q", h.Name, got, h.Value)
		}
	}
	if got := resolved("X-Frame-Options", embed); got != "" {
		t.Errorf("an embedded page has X-Frame-Options %q", got)
	}
	for pattern, want := range map[string]string{"~^/aset/": site.AssetCache, "~^/(halaman/)?gambar/": site.PictureCache} {
		if got := resolved("Cache-Control", pattern); got != want {
			t.Errorf("%s may be kept %q, want %q", pattern, got, want)
		}
	}
}

// TestStarterFrames: nginx lets cards be framed, in each language, and nothing else.
func TestStarterFrames(t *testing.T) {
	conf := string(starterBytes(t, "nginx/situs.conf"))
	patterns := regexp.MustCompile(`(?m)^\s*~(\S*sematan\S*)\s`).FindAllStringSubmatch(conf, -1)
	if len(patterns) != 2 || patterns[0][1] != patterns[1][1] {
		t.Fatalf("patterns of cards: %q", patterns)
	}
	free := regexp.MustCompile(patterns[0][1])
	for path, want := range map[string]bool{
		"/2026/sematan/kopi/": true, "/2026/sematan/kopi/index.html": true, "/en/2026/sematan/kopi/": true,
		"/": false, "/2026/": false, "/inovasi/sematan/": false, "/inovasi/kopi/": false, "/2026/penghargaan/terbaik/kopi/": false, "/halaman/2026/sematan/": false,
	} {
		if free.MatchString(path) != want {
			t.Errorf("%s can be framed: %v", path, !want)
		}
	}
}

// siger fails when a command line calls siger with a command or flag that does
// not exist.
func siger(t *testing.T, line string) {
	t.Helper()
	words := strings.Fields(line)
	if len(words) < 2 || path.Base(words[0]) != "siger" {
		t.Errorf("%q does not run siger", line)
		return
	}
	app := &app{lang: "id"}
	cmd, _, err := app.root().Find(words[1:])
	if err != nil || cmd.Name() != words[1] {
		t.Errorf("%q: %v", line, err)
		return
	}
	for _, word := range words[2:] {
		if name, ok := strings.CutPrefix(word, "--"); ok && cmd.Flags().Lookup(name) == nil {
			t.Errorf("%q: there is no --%s", line, name)
		}
	}
}

// TestStarterSettings: the settings of the editor and of pre-commit can be read.
func TestStarterSettings(t *testing.T) {
	var extensions struct{ Recommendations []string }
	if err := json.Unmarshal(starterBytes(t, ".vscode/extensions.json"), &extensions); err != nil || !slices.Contains(extensions.Recommendations, "redhat.vscode-yaml") {
		t.Errorf("extensions %v, %v", extensions, err)
	}
	var settings struct {
		Schemas map[string]string `json:"yaml.schemas"`
	}
	if err := json.Unmarshal(starterBytes(t, ".vscode/settings.json"), &settings); err != nil || len(settings.Schemas) != 6 {
		t.Fatalf("settings %v, %v", settings, err)
	}
	// They are what schema prints for a new site, and the schemas are there.
	dir := filepath.Join(t.TempDir(), "baru")
	var out, messages bytes.Buffer
	if code := run([]string{"new", "situs", dir, "--tahun", "2026"}, &out, &messages); code != exitOK {
		t.Fatal(messages.String())
	}
	t.Chdir(dir)
	if code := run([]string{"schema", "vscode"}, &out, &messages); code != exitOK {
		t.Fatal(messages.String())
	}
	var want struct {
		Schemas map[string]string `json:"yaml.schemas"`
	}
	if err := json.Unmarshal(out.Bytes(), &want); err != nil || !maps.Equal(settings.Schemas, want.Schemas) {
		t.Errorf("settings %v, schema prints %v, %v", settings.Schemas, want.Schemas, err)
	}
	if code := run([]string{"schema", "--check"}, &out, &messages); code != exitOK {
		t.Errorf("the schemas of a new site: %s", messages.String())
	}
	var hooks struct {
		Repos []struct {
			Repo  string
			Hooks []struct{ ID, Entry, Language, Files string }
		}
	}
	if err := yaml.Unmarshal(starterBytes(t, ".pre-commit-config.yaml"), &hooks); err != nil || len(hooks.Repos) != 1 || len(hooks.Repos[0].Hooks) != 2 {
		t.Fatalf("hooks %+v, %v", hooks, err)
	}
	for _, h := range hooks.Repos[0].Hooks {
		siger(t, h.Entry)
		if h.ID == "" || h.Language != "system" || !regexp.MustCompile(h.Files).MatchString("content/situs.yaml") {
			t.Errorf("hook %+v", h)
		}
	}
	for line := range strings.Lines(string(starterBytes(t, ".githooks/pre-commit"))) {
		if strings.HasPrefix(line, "siger ") {
			siger(t, line)
		}
	}
}

// FuzzSiteFile: whatever a flag says stands in situs.yaml as it was said, or is
// refused.
func FuzzSiteFile(f *testing.F) {
	for _, seed := range []string{"Inovasi", `"`, "'", "a: b", "- a", "# a", "a #b", "null", "007", "{a}", "[a", "*a", "&a", "!a", "| a", "%a", "@a", "`a`", "a\nb", "\u202e", "\u2028", "\x00", "😀", " a ", "\u00a0"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		n := &newSite{app: &app{lang: "id"}, name: value, about: value, region: value, organiser: value, url: starterExampleAddress,
			repository: "https://github.com/a/b", branch: value}
		data, err := n.siteFile()
		var refused usageError
		if errors.As(err, &refused) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		var site struct {
			Nama, Uraian, Wilayah, Penyelenggara string
			Repositori                           struct{ Cabang string }
		}
		if err := yaml.Unmarshal(data, &site); err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		for _, got := range []string{site.Nama, site.Uraian, site.Wilayah, site.Penyelenggara, site.Repositori.Cabang} {
			if got != value && utf8.ValidString(value) {
				t.Errorf("%q became %q\n%s", value, got, data)
			}
		}
	})
}

// TestNewSiteFails: when a file cannot be written, the folder is as it was.
func TestNewSiteFails(t *testing.T) {
	for name, make := range map[string]func(dir string) error{
		"absent": func(string) error { return nil },
		"empty":  func(dir string) error { return os.Mkdir(dir, 0o755) },
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "situs")
			if err := make(dir); err != nil {
				t.Fatal(err)
			}
			before := listing(t, parent)
			n := &newSite{app: &app{lang: "id"}}
			// The last name needs a folder where the first has put a file.
			err := n.write(dir, []starterFile{{"a", []byte("x")}, {"b/c", []byte("y")}, {"a/d", []byte("z")}})
			if err == nil {
				t.Fatal("a file was written below another file")
			}
			if after := listing(t, parent); !slices.Equal(before, after) {
				t.Errorf("before %v, after %v", before, after)
			}
		})
	}
}

func listing(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		names = append(names, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
