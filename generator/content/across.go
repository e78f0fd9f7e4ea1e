package content

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // the formats of pictures, also known to generator/picture
	_ "image/png"
	"io/fs"
	"path"
	"strings"

	"siger/generator/picture"
	"siger/generator/problem"
)

// checkAcross finds what only several files together show: two innovations with
// one name, an address claimed twice, pictures.
func (l *loader) checkAcross() {
	l.checkNames()
	l.checkAliases()
	l.checkPictures()
	l.checkDocuments()
	l.checkSimilar()
}

// checkNames reports names that an edition has twice, without regard to case and
// spacing.
func (l *loader) checkNames() {
	first := make(map[string]*innovationFile, len(l.innovations))
	for _, in := range l.innovations {
		if in.innovation.Name == "" {
			continue
		}
		key := path.Dir(in.innovation.File) + "\n" + foldName(in.innovation.Name)
		if other := first[key]; other != nil {
			l.problems.Add(problem.At(in.name, "nama", problem.DuplicateName, other.innovation.File))
			in.similar = true
			continue
		}
		first[key] = in
	}
}

func foldName(name string) string { return foldCase(strings.Join(strings.Fields(name), " ")) }

// checkAliases reports former addresses that belong to another innovation.
func (l *loader) checkAliases() {
	owner := make(map[string]string, len(l.innovations))
	for _, in := range l.innovations {
		owner[in.innovation.ID] = in.innovation.ID
	}
	for _, in := range l.innovations {
		for i, alias := range in.innovation.Aliases {
			if i >= len(in.aliases) {
				break
			}
			if alias == "" { // has been reported
				continue
			}
			if pagePattern().MatchString(alias) {
				l.problems.Add(problem.At(in.aliases[i], item("alias", i), problem.ReservedID, alias))
				continue
			}
			if other, taken := owner[alias]; taken && (other != in.innovation.ID || alias == other) {
				l.problems.Add(problem.At(in.aliases[i], item("alias", i), problem.AliasTaken, alias, other))
				continue
			}
			owner[alias] = in.innovation.ID
		}
	}
}

// readPictures checks the pictures of a folder, adds them to the content and
// returns what is known of them by name: each of them can be shown by an innovation or by
// Markdown. year is 0 for those of free pages.
func (l *loader) readPictures(year int, folder string) (map[string]pictureFile, error) {
	entries, err := l.list(folder)
	if err != nil {
		return nil, err
	}
	pictures := map[string]pictureFile{}
	for _, entry := range entries {
		file, name := join(folder, entry.Name()), entry.Name()
		extension := path.Ext(name)
		pictures[name] = pictureFile{}
		switch slug := strings.TrimSuffix(name, extension); {
		case extension != ".jpg" && extension != ".jpeg" && extension != ".png":
			l.unknown(file)
		case !isSlug(slug):
			l.report(file, problem.NotSlug, slug)
		case l.regular(file, entry):
			picture, reason := l.inspectPicture(file)
			if reason != (problem.Words{}) {
				l.report(file, problem.BadPicture, name, reason)
			}
			pictures[name] = picture
			l.content.Pictures = append(l.content.Pictures, Picture{file, year, name, picture.hash})
		}
	}
	return pictures, nil
}

// checkPictures finds pictures that are missing or have no text alternative, and
// records the size of the others.
func (l *loader) checkPictures() {
	editions := map[string]*editionFile{}
	for _, e := range l.editions {
		editions[e.folder] = e
	}
	for _, in := range l.innovations {
		if in.innovation.Picture.File == "" {
			continue
		}
		picture := &in.innovation.Picture
		year, _, _ := strings.Cut(in.innovation.File, "/")
		if picture.Alt == "" {
			l.problems.Add(problem.At(in.picture, "gambar.alt", problem.NoAlt))
		}
		file, exists := editions[year].pictures[picture.File]
		if !exists {
			l.problems.Add(problem.At(in.picture, "gambar.berkas", problem.NoPicture, picture.File, year+"/"+pictureFolder))
		}
		picture.Width, picture.Height, picture.Hash = file.config.Width, file.config.Height, file.hash
	}
}

// A pictureFile is what is known of a picture from its content.
type pictureFile struct {
	config image.Config
	hash   string // SHA-256 in hexadecimal, of what is published
}

// Read returns a picture as it is published. The error is a [*ChangedError] when the file is
// not the one that was checked.
func (p Picture) Read(fsys fs.FS) ([]byte, error) {
	data, err := readLimited(fsys, p.File, MaxPictureSize)
	if err != nil {
		return nil, &ChangedError{File: p.File, Err: err}
	}
	bare, err := picture.Strip(data) // of what it says beside what it shows
	if err != nil {
		return nil, &ChangedError{File: p.File, Err: err}
	}
	if hashOf(bare.Data) != p.Hash {
		return nil, &ChangedError{File: p.File}
	}
	return bare.Data, nil
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// inspectPicture reads a picture's size, as it is shown, from its content and not
// its name.
func (l *loader) inspectPicture(file string) (pictureFile, problem.Words) {
	data, err := readLimited(l.fsys, file, MaxPictureSize)
	var bare picture.Bare
	if err == nil {
		l.compare(file, data)
		bare, err = picture.Strip(data)
	}
	switch {
	case errors.Is(err, errTooLarge):
		return pictureFile{}, problem.Words{ID: "lebih besar dari " + size(MaxPictureSize), EN: "larger than " + size(MaxPictureSize)}
	case errors.Is(err, fs.ErrNotExist): // since it was listed
		return pictureFile{}, problem.Words{ID: "tidak dapat dibaca", EN: "it cannot be read"}
	case err != nil && !errors.Is(err, picture.ErrBroken):
		l.fail(file, &ReadError{file, err})
		return pictureFile{}, problem.Words{}
	}
	config, format, decodeErr := image.DecodeConfig(bytes.NewReader(bare.Data))
	if err != nil || decodeErr != nil {
		return pictureFile{}, problem.Words{ID: "isinya bukan JPEG atau PNG yang utuh", EN: "its content is not a whole JPEG or PNG"}
	}
	if bare.Sideways {
		config.Width, config.Height = config.Height, config.Width
	}
	picture := pictureFile{config, hashOf(bare.Data)}
	if want := path.Ext(file); (format == "png") != (want == ".png") {
		return picture, problem.Words{ID: "isinya " + format + " tetapi namanya " + want, EN: "its content is " + format + " but its name says " + want}
	}
	if config.Width > MaxPictureSide || config.Height > MaxPictureSide {
		pixels := fmt.Sprintf("%d × %d", config.Width, config.Height)
		return picture, problem.Words{ID: pixels + " piksel", EN: pixels + " pixels"}
	}
	return picture, problem.Words{}
}
