package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"siger/generator/content"
	"siger/generator/problem"
)

var (
	tSchemaShort = text{"Buat skema, agar editor memberi petunjuk saat berkas isi ditulis", "Make the schemas by which editors help to write content"}
	tSchemaLong  = text{
		"Mencetak satu skema (JSON Schema 2020-12): isian yang ada, artinya, dan pilihan nilainya menurut\nklasifikasi, perangkat daerah, dan rubrik di folder isi. Tanpa nama, daftar skema ditampilkan.\n\nEditor mengenalinya dari baris pertama berkas isi,\n  # yaml-language-server: $schema=../../.skema/inovasi-2024.json\nyang ditulis oleh siger new, atau dari pengaturannya. Untuk VS Code dengan ekstensi YAML dari Red Hat:\n  siger schema --write\n  siger schema vscode > .vscode/settings.json\nJalankan siger schema --write lagi setelah klasifikasi, perangkat daerah, atau rubrik diubah.\n\nKode keluar: 0 berhasil, 1 (dengan --check) ada skema yang belum sesuai, 2 salah pakai, 3 mesin gagal.",
		"Prints one schema (JSON Schema 2020-12): the fields, what they mean, and their values by the\ntaxonomies, agencies and rubrics of the content folder. Without a name, lists the schemas.\n\nEditors find it by the first line of a content file,\n  # yaml-language-server: $schema=../../.skema/inovasi-2024.json\nwhich siger new writes, or by their settings. For VS Code with the YAML extension by Red Hat:\n  siger schema --write\n  siger schema vscode > .vscode/settings.json\nRun siger schema --write again after a change of the taxonomies, agencies or rubric.\n\nExit codes: 0 done, 1 (with --check) a schema is not up to date, 2 wrong usage, 3 the machine failed.",
	}
	tFlagSchemaWrite = text{"tulis semua skema ke folder .skema di folder isi", "write all schemas into the folder .skema of the content folder"}
	tFlagSchemaCheck = text{"tampilkan berkas skema yang belum sesuai tanpa mengubahnya; kode keluar 1 bila ada", "print the schema files that are not up to date and change none; exit code 1 when there is one"}
	tSchemaOne       = text{"sebut satu skema saja, misalnya: siger schema edisi", "name one schema only, such as: siger schema edisi"}
	tSchemaUnknown   = text{"skema “%s” tidak ada; “siger schema” menampilkan semuanya", "there is no schema “%s”; “siger schema” lists all of them"}
	tSchemaEditor    = text{"pengaturan VS Code", "settings of VS Code"}
	tSchemaForeign   = text{"“%s” bukan buatan Siger; pindahkan dulu", "“%s” was not made by Siger; move it first"}
	tSchemaDone      = text{"%s dari %s skema ditulis.", "%s of %s schemas were written."}
	tSchemaWould     = text{"%s dari %s skema belum sesuai.", "%s of %s schemas are not up to date."}
)

// editorSettings is the name by which schema prints the settings of an editor.
const editorSettings = "vscode"

// maxSchema is more than any schema has: what is larger was not made by Siger.
const maxSchema = 16 << 20

func (a *app) schema() *cobra.Command {
	var write, check bool
	cmd := &cobra.Command{
		Use:   "schema [inovasi-2024]",
		Short: a.t(tSchemaShort),
		Long:  a.t(tSchemaLong),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 || len(args) == 1 && (write || check) {
				return usageError{a.t(tSchemaOne)}
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			root, err := a.openContent()
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			defer root.Close()
			schemas, err := content.Schemas(root.FS(), a.lang)
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			names := []string{editorSettings + "\t" + a.t(tSchemaEditor)}
			for _, s := range schemas {
				names = append(names, s.Name+"\t"+s.Title)
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			root, err := a.openContent()
			if err != nil {
				return err
			}
			defer root.Close()
			schemas, err := content.Schemas(root.FS(), a.lang)
			if err != nil {
				return err
			}
			switch {
			case write, check:
				return a.writeSchemas(root, schemas, check)
			case len(args) == 0:
				return a.listSchemas(schemas)
			case args[0] == editorSettings:
				return a.printSettings(schemas)
			}
			for _, s := range schemas {
				if s.Name == args[0] {
					_, err := a.out.Write(s.JSON)
					return err
				}
			}
			return usageError{a.t(tSchemaUnknown, problem.Visible(args[0]))}
		},
	}
	cmd.Flags().BoolVar(&write, "write", false, a.t(tFlagSchemaWrite))
	cmd.Flags().BoolVar(&check, "check", false, a.t(tFlagSchemaCheck))
	return cmd
}

// listSchemas prints the names of the schemas with the files that they are for.
func (a *app) listSchemas(schemas []content.Schema) error {
	table := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, s := range schemas {
		files := s.Files
		if files != "" {
			files = a.shown(files)
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", s.Name, s.Title, files)
	}
	fmt.Fprintf(table, "%s\t%s\t.vscode/settings.json\n", editorSettings, a.t(tSchemaEditor))
	return table.Flush()
}

// printSettings prints the settings by which VS Code finds the schemas.
func (a *app) printSettings(schemas []content.Schema) error {
	folder := contentName(a.flags.content)
	files := map[string]string{} // its keys are written in order
	for _, s := range schemas {
		if s.Files != "" && path.Ext(s.Files) == ".yaml" {
			files["./"+path.Join(folder, s.File())] = path.Join(folder, s.Files)
		}
	}
	encoder := json.NewEncoder(a.out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(map[string]any{"yaml.schemas": files})
}

// writeSchemas writes the schema files that are not up to date, or with check only
// says which.
func (a *app) writeSchemas(root *os.Root, schemas []content.Schema, check bool) error {
	changed := 0
	for _, s := range schemas {
		differs, err := a.writeSchema(root, s, check)
		if err != nil {
			return err
		}
		if differs {
			changed++
			fmt.Fprintln(a.out, problem.Visible(a.shown(s.File())))
		}
	}
	done := tSchemaDone
	if check {
		done = tSchemaWould
	}
	fmt.Fprintln(a.err, a.t(done, a.count(changed), a.count(len(schemas))))
	if check && changed > 0 {
		return errProblems
	}
	return nil
}

// writeSchema reports whether a schema's file differs, and unless check is set
// writes it.
func (a *app) writeSchema(root *os.Root, s content.Schema, check bool) (differs bool, err error) {
	shown := a.shown(s.File())
	old, err := readUpTo(root, s.File(), maxSchema)
	switch {
	case err == nil && bytes.Equal(old, s.JSON):
		return false, nil
	case err == nil && !content.IsSchema(old):
		return false, usageError{a.t(tSchemaForeign, problem.Visible(shown))}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return false, fmt.Errorf("read %s: %w", shown, err)
	case check:
		return true, nil
	case err == nil:
		err = replaceFile(root, s.File(), old, s.JSON)
	default:
		err = createFile(root, s.File(), s.JSON)
	}
	if err != nil {
		return false, fmt.Errorf("write %s: %w", shown, err)
	}
	return true, nil
}
