package change

import (
	"siger/generator/award"
	"siger/generator/problem"
)

type words = problem.Words

// The words of a report.
var (
	wCompared  = words{ID: "Dibandingkan: %s → %s", EN: "Compared: %s → %s"}
	wNothing   = words{ID: "Tidak ada perubahan peringkat.", EN: "No rank changes."}
	wTexts     = words{ID: "Teks yang tidak memengaruhi skor berubah di %d berkas: %s", EN: "Texts that no score depends on change in %d files: %s"}
	wMore      = words{ID: "%d lagi", EN: "%d more"}
	wAllInJSON = words{ID: "%d lagi; semuanya ada di --format json", EN: "%d more; --format json has all"}
	wBroken    = words{ID: "Isi di %s bermasalah (%d masalah), jadi yang dibandingkan hanya bagian yang pasti.", EN: "The content at %s has problems (%d), so only what is certain was compared."}

	wHeading      = words{ID: "Akibat terhadap hasil", EN: "Effect on the results"}
	wSectionsLeft = words{ID: "%d bagian lagi tidak dimuat; jalankan siger diff untuk melihat semuanya.", EN: "%d more parts are left out; run siger diff to see everything."}
	wProblems     = words{ID: "Isi bermasalah (%d masalah), jadi akibatnya belum dapat dihitung. Daftarnya ditampilkan oleh siger check.", EN: "The content has problems (%d), so its effect cannot be computed yet. siger check lists them."}
	wUnsure       = words{ID: "Isi sebelumnya bermasalah, jadi hasil edisi ini tidak dapat dibandingkan.", EN: "The content before has problems, so the results of this edition cannot be compared."}
	wNewEdition   = words{ID: "Edisi baru dengan %s inovasi.", EN: "A new edition with %s innovations."}
	wEditionGone  = words{ID: "Edisi ini dihapus.", EN: "This edition is deleted."}
	wFinalGone    = words{ID: "PERHATIAN: edisi yang sudah final dihapus.", EN: "ATTENTION: an edition that was final is deleted."}
	wFinalResults = words{ID: "PERHATIAN: edisi ini sudah final, tetapi hasilnya berubah.", EN: "ATTENTION: this edition was final, and its results change."}
	wFinalData    = words{ID: "PERHATIAN: edisi ini sudah final, tetapi data, aturan, atau statusnya berubah.", EN: "ATTENTION: this edition was final, and its data, rules or status change."}
	wUnfounded    = words{ID: "PERHATIAN: skor berubah dalam masa sanggah tanpa sanggahan atau perbaikan yang dicatat. Catat dasarnya pada sanggahan: di berkas inovasinya.", EN: "ATTENTION: scores change in the objection period without an objection or a mending on record. Record what it rests on under sanggahan: in the innovation's file."}
	wNoObjection  = words{ID: "Tanpa sanggahan atau perbaikan", EN: "Without an objection or a mending"}
	wStatus       = words{ID: "Status: %s → %s.", EN: "Status: %s → %s."}
	wNoMove       = words{ID: "Tidak ada skor, peringkat, atau penghargaan yang berubah.", EN: "No score, rank or award changes."}
	wCannotTell   = words{ID: "Aturan dan data berubah bersama dan tidak saling cocok, jadi akibat masing-masing tidak dapat dipisahkan.", EN: "Rules and data change together and do not fit each other's, so their effects cannot be told apart."}
	wAttributed   = words{ID: "Aturan berubah. Inovasi yang hasilnya berubah karena data saja: %d, karena aturan saja: %d, karena keduanya: %d.", EN: "Rules change. Innovations whose results change by data alone: %d, by rules alone: %d, by both: %d."}

	wAward      = words{ID: "Penghargaan: %s", EN: "Award: %s"}
	wKept       = words{ID: "Penerima yang tetap dengan nilai lain", EN: "Holders who stay, with another value"}
	wRules      = words{ID: "Aturan yang berubah", EN: "Rules that change"}
	wOwn        = words{ID: "Inovasi yang datanya berubah", EN: "Innovations whose data change"}
	wRuled      = words{ID: "Bergeser karena aturan", EN: "Moved by the rules"}
	wMixed      = words{ID: "Bergeser karena aturan atau inovasi lain", EN: "Moved by the rules or by other innovations"}
	wFollow     = words{ID: "Bergeser hanya karena inovasi lain", EN: "Moved only because others did"}
	wAgencies   = words{ID: "Perangkat daerah", EN: "Agencies"}
	wRank       = words{ID: "Peringkat", EN: "Rank"}
	wRankSmall  = words{ID: "peringkat", EN: "rank"}
	wPlace      = words{ID: "Juara", EN: "Place"}
	wInnovation = words{ID: "Inovasi", EN: "Innovation"}
	wAgency     = words{ID: "Perangkat daerah", EN: "Agency"}
	wHolder     = words{ID: "Penerima", EN: "Holder"}
	wField      = words{ID: "Isian", EN: "Field"}
	wChange     = words{ID: "Perubahan", EN: "Change"}
	wScore      = words{ID: "Skor", EN: "Score"}

	wGain       = words{ID: "masuk penghargaan", EN: "awards gained"}
	wLose       = words{ID: "keluar dari penghargaan", EN: "awards lost"}
	wUp         = words{ID: "naik", EN: "up"}
	wDown       = words{ID: "turun", EN: "down"}
	wOtherBand  = words{ID: "pindah predikat", EN: "other band"}
	wOtherState = words{ID: "berubah keadaan", EN: "other state"}
	wNew        = words{ID: "baru", EN: "new"}
	wGone       = words{ID: "dihapus", EN: "deleted"}
	wDeleted    = words{ID: "dihapus dari edisi", EN: "deleted from the edition"}
	wAbsent     = words{ID: "tidak ikut", EN: "absent"}
	wGains      = words{ID: "masuk, nilai %s", EN: "gains it with %s"}
	wLoses      = words{ID: "keluar, nilai semula %s", EN: "loses it, had %s"}
	wValue      = words{ID: "nilai %s → %s", EN: "value %s → %s"}
	wValueStays = words{ID: "nilai tetap %s", EN: "value stays %s"}
	wUntouched  = words{ID: "datanya sendiri tidak berubah", EN: "its own data are unchanged"}
	wScoreSmall = words{ID: "skor", EN: "score"}
	wScoreStays = words{ID: "skor tetap %s", EN: "score stays %s"}
	wBand       = words{ID: "predikat", EN: "band"}
	wRenamed    = words{ID: "nama berkas", EN: "file name"}
	wRated      = words{ID: "dinilai, skor %s", EN: "rated, score %s"}
	wBrief      = words{ID: "peringkat %s, skor %s", EN: "rank %s, score %s"}
	wDataOnly   = words{ID: "data baru, aturan lama: %s", EN: "new data, old rules: %s"}
	wRulesOnly  = words{ID: "data lama, aturan baru: %s", EN: "old data, new rules: %s"}
	wByData     = words{ID: "karena data", EN: "by data"}
	wByRules    = words{ID: "karena aturan", EN: "by rules"}
	wByBoth     = words{ID: "karena data dan aturan", EN: "by data and rules"}
	wByEither   = words{ID: "karena data atau aturan", EN: "by data or rules"}
	wTotal      = words{ID: "total", EN: "total"}
	wCount      = words{ID: "jumlah dinilai", EN: "rated"}
	wMean       = words{ID: "rata-rata", EN: "mean"}
	wEntries    = words{ID: "inovasi", EN: "innovations"}
)

// states name the states other than rated.
var states = map[award.State]words{
	award.Unrated:    {ID: "belum dinilai", EN: "not rated"},
	award.Ineligible: {ID: "tidak memenuhi syarat", EN: "not eligible"},
	award.Withdrawn:  {ID: "ditarik", EN: "withdrawn"},
}
