package publish

const (
	sysRenameat2 = 316
	sysSyncfs    = 306
)
