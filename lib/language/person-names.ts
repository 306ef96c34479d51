/** Indonesian given names that are also words: read as names beside another name ("Budi Santoso", "Mega Dewi"). */
export const givenNames: ReadonlySet<string> = new Set(
  (
    'abadi adi adil aditya agung agus aji aman amin anggun arif asih ayu bagus bagja bakti bambang bangun batara bayu beni bima ' +
    'bintang budi bunga cahaya cahya catur cinta citra damai darma dewa dewi dian dwi eka elok fajar fitri gunawan guntur hadi ' +
    'halim harapan hari harta hasan hendra hidayat ihsan iman indah indra intan iskandar jaya joko juli juni kartika karya ' +
    'kurnia kusuma langit laksana lestari luhur maha mahkota makmur maruf mawar mega melati merah mulia mulya murni mutiara ' +
    'nur nurani panca permata permana pertiwi prabu pratama puji purnama puspa putra putri rahayu rahmat raharja raja rama ' +
    'ratna ratu rejeki restu rezeki ria rini rizki rizky rudi sakti santosa sari satria sejati sentosa setia setiawan setyo ' +
    'sinar siti slamet sri subur suci sugeng sukma surya susi syukur taufik teguh tirta tri tulus untung utama utami wahyu ' +
    'wulan wening wibawa wijaya yoga yudha yudi yusuf'
  ).split(' '),
)
