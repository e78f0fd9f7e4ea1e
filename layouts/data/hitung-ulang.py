"""Menghitung ulang semua hasil dari data terbukanya, menurut aturan di halaman metode. Cukup Python 3.
Cara pakai: python3 hitung-ulang.py [hasil.json atau vektor-uji.json ...]; kode selesai 1 bila ada yang berbeda."""
import bisect, json, pathlib, sys
from fractions import Fraction  # pecahan tepat, jadi tidak ada pembulatan yang tersembunyi

def bulatkan(x, desimal):  # sekali, tepat setengah ke atas
    return Fraction(int(x * 10**desimal + Fraction(1, 2)), 10**desimal)

def gabungkan(tingkat, cara):  # tingkat beberapa penilai menjadi tingkat yang dipakai
    urut, n = sorted(tingkat), len(tingkat)
    return Fraction(sum(urut), n) if cara == "rata-rata" else Fraction(urut[(n - 1) // 2] + urut[n // 2], 2)

def peringkat(nilai):  # 1 + banyaknya yang lebih besar: 1, 2, 2, 4
    urut = sorted(-x for x in nilai.values())
    return {i: 1 + bisect.bisect_left(urut, -x) for i, x in nilai.items()}

def nilai(inovasi, rubrik, tertinggi):
    tingkat, baris, p = {k["id"]: k["tingkat_diberikan"] for k in inovasi["kriteria"]}, {}, 10**rubrik["desimal"]
    for k in (k for k in rubrik["kriteria"] if tingkat.get(k["id"])):
        bobot, dipakai = Fraction(k["bobot"]), gabungkan(tingkat[k["id"]], rubrik["penilai"])
        baris[k["id"]] = {"bobot": bobot, "tingkat_dipakai": dipakai, "poin": bobot * dipakai,
            "sumbangan": Fraction(rubrik["skala"]) * bobot * dipakai / tertinggi, "sumbangan_dibulatkan": None}
    gagal = any(k["wajib"] and b["tingkat_dipakai"] == 0 for k, b in zip(rubrik["kriteria"], baris.values()))
    keadaan = ("ditarik" if inovasi["ditarik"] else "belum-dinilai" if len(baris) < len(rubrik["kriteria"])
               else "tidak-memenuhi-syarat" if gagal else "dinilai")
    tepat = skor = predikat = None
    if keadaan == "dinilai":
        tepat = sum(b["sumbangan"] for b in baris.values())
        skor = bulatkan(tepat, rubrik["desimal"])
        predikat = next((b["nama"] for b in rubrik["predikat"] if Fraction(b["mulai"]) <= skor), None)
        sisa = skor * p - sum(b["sumbangan"] * p // 1 for b in baris.values())  # bagi yang paling banyak terpotong
        for n, b in enumerate(sorted(baris.values(), key=lambda b: -(b["sumbangan"] * p % 1))):
            b["sumbangan_dibulatkan"] = Fraction(b["sumbangan"] * p // 1 + (n < sisa), p)
    return {"keadaan": keadaan, "kriteria": baris, "skor_tepat": tepat, "skor": skor, "predikat": predikat}

def ukur(inovasi, skor, desimal, pembagi_minimal):  # ukuran setiap perangkat daerah, dari skor yang sudah dibulatkan
    milik = {p: [skor[i["id"]] for i in inovasi if i["perangkat_daerah"] == p and i["id"] in skor]
             for p in {i["perangkat_daerah"] for i in inovasi}}
    rata_rata = {p: bulatkan(Fraction(sum(s)) / max(len(s), pembagi_minimal), desimal) for p, s in milik.items()}
    return {p: {"jumlah": len(s), "total": sum(s), "rata_rata": rata_rata[p]} for p, s in milik.items()}

def pemenang(a, data, skor):
    kelompok = {p["id"]: [p["kelompok"]] for p in data["perangkat_daerah"]}
    def punya(i, k): return kelompok[i["perangkat_daerah"]] if k == "kelompok" else i["kategori"].get(k, [])
    calon = [i for i in data["inovasi"] if i["id"] in skor and skor[i["id"]] >= Fraction(a["skor_minimal"] or 0)
             and all(set(punya(i, k)) & set(diminta) for k, diminta in a["saring"].items())]
    banding = {i["id"]: skor[i["id"]] for i in calon}
    if a["subjek"] == "perangkat-daerah":
        ukuran = ukur(calon, skor, data["rubrik"]["desimal"], a["pembagi_minimal"] or 1)
        banding = {p: u[a["ukuran"].replace("-", "_")] for p, u in ukuran.items()}
    return {i: {"tempat": t, "nilai": banding[i]} for i, t in peringkat(banding).items() if t <= a["juara"]}

def hitung(data):
    rubrik, asal = data["rubrik"], [i["perangkat_daerah"] for i in data["inovasi"]]
    tertinggi = sum(Fraction(k["bobot"]) * max(t["nilai"] for t in k["tingkat"]) for k in rubrik["kriteria"])
    inovasi = {i["id"]: nilai(i, rubrik, tertinggi) for i in data["inovasi"]}
    skor = {i: h["skor"] for i, h in inovasi.items() if h["keadaan"] == "dinilai"}
    tempat, daerah = peringkat(skor), ukur(data["inovasi"], skor, rubrik["desimal"], 1)
    urut = {u: peringkat({p: h[u] for p, h in daerah.items() if h["jumlah"]}) for u in ("jumlah", "total", "rata_rata")}
    return {"rubrik": {"poin_tertinggi": tertinggi},
            "inovasi": {i: {**h, "peringkat": tempat.get(i)} for i, h in inovasi.items()},
            "perangkat_daerah": {p: {**h, "dilaporkan": asal.count(p), "peringkat": {u: urut[u].get(p) for u in urut}}
                                 for p, h in daerah.items()},
            "penghargaan": {a["id"]: {"pemenang": pemenang(a, data, skor)} for a in data["penghargaan"]}}

def beda(letak, terbit, hitungan):  # setiap angka yang berbeda, dengan letaknya
    if isinstance(hitungan, dict) and terbit is not None:
        terbit = {x["id"]: x for x in terbit} if isinstance(terbit, list) else {k: terbit[k] for k in hitungan}
        return [b for k in sorted({**terbit, **hitungan}) for b in beda(f"{letak}/{k}", terbit.get(k), hitungan.get(k))]
    sama = hitungan == (Fraction(terbit) if isinstance(hitungan, (int, Fraction)) and terbit is not None else terbit)
    return [] if sama else [f"  {letak}: diterbitkan {terbit}, hitungan {hitungan}"]

salah = 0
for berkas in map(pathlib.Path, sys.argv[1:] or [pathlib.Path(__file__).with_name("hasil.json")]):
    isi = json.loads(berkas.read_text(encoding="utf-8"))
    for v in isi.get("vektor") or [{"id": f"edisi {isi['edisi']['tahun']}", "data": isi}]:
        berbeda = beda("", v["data"], hitung(v["data"]))
        print(f"{berkas.name}, {v['id']}: {len(berbeda)} yang berbeda", *berbeda, sep="\n")
        salah += len(berbeda)
sys.exit(1 if salah else 0)
