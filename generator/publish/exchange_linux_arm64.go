package publish

const (
	sysRenameat2 = 276
	sysSyncfs    = 267
)
