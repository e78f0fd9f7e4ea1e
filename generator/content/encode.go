package content

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"siger/generator/award"
)

// Encode returns the text of an innovation's file with the silences that the content
// has for it, without a check: [Format] lays it out and finds what is wrong with it.
func (c *Content) Encode(in *award.Innovation) ([]byte, error) {
	m := mapping(0)
	m.text("nama", in.Name)
	m.text("perangkat_daerah", in.Agency)
	m.text("unit_pelaksana", in.Unit)
	categories := mapping(0)
	for _, of := range in.Categories {
		list := slices.ContainsFunc(c.Taxonomies, func(t award.Taxonomy) bool { return t.ID == of.Taxonomy && t.Multiple })
		if len(of.Terms) == 1 && !list {
			categories.text(of.Taxonomy, of.Terms[0])
		} else if len(of.Terms) > 0 {
			categories.add(of.Taxonomy, sequence(yaml.FlowStyle, of.Terms))
		}
	}
	m.nested("kategori", categories)
	m.text("waktu_uji_coba", in.Trial.String())
	m.text("waktu_penerapan", in.Applied.String())
	m.text("tautan", in.Link)
	m.text("sop", in.Procedure)
	m.text("ringkasan", in.Summary)
	m.markdown("rancang_bangun", in.Design)
	m.markdown("tujuan", in.Goals)
	m.markdown("manfaat", in.Benefits)
	m.markdown("hasil", in.Outcomes)
	marks := mapping(0)
	for _, mark := range in.Marks {
		marks.nested(mark.Criterion, markNode(mark))
	}
	m.nested("penilaian", marks)
	objections := sequence(0, nil)
	for i := range in.Objections {
		objections.Content = append(objections.Content, (*yaml.Node)(objectionNode(&in.Objections[i])))
	}
	m.nested(objectionsKey, objections)
	m.markdown("tanggapan", in.Answer)
	m.markdown("catatan", in.Note)
	m.list("sumber", 0, in.Sources)
	m.list("alias", yaml.FlowStyle, in.Aliases)
	picture := mapping(yaml.FlowStyle)
	picture.text("berkas", in.Picture.File)
	picture.text("alt", in.Picture.Alt)
	m.nested("gambar", picture)
	withdrawal := mapping(yaml.FlowStyle)
	withdrawal.text("tanggal", in.Withdrawal.Date.String())
	withdrawal.text("alasan", in.Withdrawal.Reason)
	m.nested("ditarik", withdrawal)
	silenced := sequence(0, nil)
	for _, s := range c.Silences[in.File] {
		one := mapping(yaml.FlowStyle)
		one.text("kode", string(s.code))
		one.text("isian", s.field)
		one.text("alasan", s.reason)
		silenced.Content = append(silenced.Content, (*yaml.Node)(one))
	}
	m.nested(silencesKey, silenced)

	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(indentStep)
	if err := encoder.Encode((*yaml.Node)(m)); err != nil {
		return nil, fmt.Errorf("encode %s: %w", in.File, err)
	}
	return out.Bytes(), nil
}

func markNode(mark award.Mark) *node {
	m := mapping(0)
	m.levels("tingkat", mark.Levels)
	m.text("alasan", mark.Reason)
	evidence := sequence(0, nil)
	for _, e := range mark.Evidence {
		item := mapping(0)
		item.text("judul", e.Title)
		item.text("nomor", e.Number)
		item.text("tanggal", e.Date.String())
		item.text("tautan", e.Link)
		evidence.Content = append(evidence.Content, (*yaml.Node)(item))
	}
	m.nested("bukti", evidence)
	return m
}

func objectionNode(o *award.Objection) *node {
	m := mapping(0)
	m.text("nomor", o.Number)
	m.text("tanggal", o.Date.String())
	m.text("asal", string(o.Party))
	m.text("kriteria", o.Criterion)
	m.text("isi", o.Claim)
	m.text("putusan", string(o.Ruling))
	m.text("diputus", o.Ruled.String())
	m.text("alasan", o.Reason)
	m.levels("dari", o.Before)
	m.levels("menjadi", o.After)
	return m
}

// A node is a YAML node that is being made.
type node yaml.Node

func mapping(style yaml.Style) *node { return &node{Kind: yaml.MappingNode, Style: style} }

func sequence(style yaml.Style, items []string) *node {
	n := &node{Kind: yaml.SequenceNode, Style: style}
	for _, v := range items {
		n.Content = append(n.Content, scalarNode(v))
	}
	return n
}

func scalarNode(v string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Value: v}
	if !plain(v, true, true) {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

func (n *node) add(key string, value *node) {
	n.Content = append(n.Content, scalarNode(key), (*yaml.Node)(value))
}

// text adds a value that is there.
func (n *node) text(key, value string) {
	if value != "" {
		n.Content = append(n.Content, scalarNode(key), scalarNode(value))
	}
}

// levels adds those of one assessor as a single value, of several as a list.
func (n *node) levels(key string, values []int) {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = itoa(v)
	}
	if len(list) == 1 {
		n.text(key, list[0])
	} else {
		n.list(key, yaml.FlowStyle, list)
	}
}

func (n *node) markdown(key string, t award.Text) {
	if t.IsZero() {
		return
	}
	value := &yaml.Node{Kind: yaml.ScalarNode, Style: yaml.LiteralStyle, Value: strings.TrimRight(t.Source, "\n") + "\n"}
	n.Content = append(n.Content, scalarNode(key), value)
}

func (n *node) list(key string, style yaml.Style, items []string) {
	if len(items) > 0 {
		n.add(key, sequence(style, items))
	}
}

// nested adds a mapping or list that holds something.
func (n *node) nested(key string, value *node) {
	if len(value.Content) > 0 {
		n.add(key, value)
	}
}
