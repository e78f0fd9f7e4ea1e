package publish

import (
	"errors"
	"fmt"
)

// ErrBusy is wrapped by the error of a Begin while another publication to the
// same folder runs.
var ErrBusy = errors.New("another publication is running")

// A ConflictError names a foreign file in the output folder whose place the site
// needs. Nothing has been changed.
type ConflictError struct {
	Path string // in the output folder, with slashes
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("%s in the output folder was not written by Siger, but the site needs its place", e.Path)
}

// A RefusedError says why a folder cannot be the output folder.
type RefusedError struct {
	Dir    string // as resolved
	Reason Reason
	Other  string // the folder that is equal, held or around; the mount point
}

// A Reason is why a folder is refused.
type Reason int

// The reasons.
const (
	NotFolder     Reason = iota + 1 // it is a file, or a link that leads nowhere
	RootFolder                      // of the file system or volume
	HomeFolder                      // of a user, or it holds one
	Repository                      // it has an entry .git
	EqualsSource                    // it is a source or protected folder
	HoldsSource                     // a source or protected folder is in it
	InSource                        // it is in a source folder
	NotMovable                      // it is or holds a mount point, or is part of a container image
	NoName                          // it is ""
	BrokenListing                   // its .siger-manifest is not one that Siger wrote
)

func (r Reason) String() string {
	switch r {
	case NotFolder:
		return "it is not a folder"
	case RootFolder:
		return "it is the root of a file system"
	case HomeFolder:
		return "it is or holds a home folder"
	case Repository:
		return "it is a git repository"
	case EqualsSource:
		return "it is a folder that must be kept"
	case HoldsSource:
		return "it holds a folder that must be kept"
	case InSource:
		return "it is inside a source folder"
	case NotMovable:
		return "it is or holds a mount point, or is part of a container image, and cannot be exchanged"
	case NoName:
		return "it has no name"
	case BrokenListing:
		return "its " + manifestName + " is not one that Siger wrote"
	}
	return fmt.Sprintf("reason %d", int(r))
}

func (e *RefusedError) Error() string {
	if e.Other != "" && e.Other != e.Dir {
		return fmt.Sprintf("%s cannot be the output folder: %s (%s)", e.Dir, e.Reason, e.Other)
	}
	return fmt.Sprintf("%s cannot be the output folder: %s", e.Dir, e.Reason)
}
