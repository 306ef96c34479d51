/** Names that are written another way in English, and the words of Indonesian names that are translated. */

/** Indonesian form to the beginning of its English forms, both lower case. */
export const exonyms: ReadonlyMap<string, readonly string[]> = new Map(
  (
    'rusia:russia rumania:roman leste:timor|leste ukraina:ukrain korea:korea amerika:america|u.s|us|united inggris:brit|engl|u.k|uk|united perancis:fr prancis:fr ' +
    'jerman:german belanda:dutch|netherlands|holland spanyol:spa italia:ital yunani:gree turki:turk|türk mesir:egypt arab:arab ' +
    'saudi:saudi yordania:jordan suriah:syria irak:ira iran:iran lebanon:leban palestina:palestin israel:israel yaman:yemen ' +
    'cina:chin|prc tiongkok:chin|prc jepang:japan india:india filipina:philippin|filipin singapura:singapore malaysia:malaysia ' +
    'kamboja:cambodia birma:burm|myanmar myanmar:myanmar|burm selandia:new|zealand australia:australia afrika:africa eropa:europ ' +
    'asia:asia swiss:swi|switzerland swedia:swed norwegia:norw denmark:dan|denmark polandia:pol|poland hongaria:hungar ' +
    'ceko:czech bulgaria:bulgar kroasia:croat serbia:serb finlandia:finland|finn islandia:iceland irlandia:ir|ireland skotlandia:scot britania:brit|u.k|uk|united tibet:tibet nepal:nepal austria:austria belgia:belg portugal:portug brasil:brazil meksiko:mexic kanada:canad kuba:cuba argentina:argentin ' +
    'maroko:morocc aljazair:alger libya:libya sudan:sudan etiopia:ethiopia kenya:kenya selatan:south utara:north timur:east barat:west ' +
    'moskow:moscow moskwa:moscow beijing:beijing peking:beijing kairo:cairo roma:rom london:london paris:paris wina:vienna ' +
    'athena:athen jenewa:geneva praha:prague warsawa:warsaw lisboa:lisbon kopenhagen:copenhagen brussel:brussels tokyo:tokyo ' +
    'bizantium:byzant romawi:rom israel:israel indonesia:indonesia jawa:java sumatra:sumatra sumatera:sumatra sulawesi:sulawesi ' +
    'kalimantan:kalimantan|borneo papua:papua maluku:maluk|molucca sunda:sund betawi:betawi melayu:malay pasifik:pacific ' +
    'atlantik:atlantic hindia:india mediterania:mediterranean kaspia:caspian himalaya:himalaya sahara:sahara kreml:kremlin ' +
    'yesus:jesus yehuwa:jehovah kristus:christ maria:mary|maria yohanes:john|johannes paulus:paul|paulus petrus:peter|petrus musa:moses|musa ' +
    'daud:david|daud ibrahim:abraham|ibrahim muhammad:muhammad|mohammed alquran:quran|koran quran:quran|koran islam:islam ' +
    'natal:christmas paskah:easter lebaran:eid|lebaran idul:eid|idul ramadan:ramadan ramadhan:ramadan'
  )
    .split(' ')
    .map((pair): [string, readonly string[]] => {
      const [name = '', forms = ''] = pair.split(':')
      return [name, forms.split('|')]
    }),
)

/** Words that stand with a capital in names and titles but are translated: offices, institutions, directions, days. */
export const translatedInNames: ReadonlySet<string> = new Set(
  (
    'menteri luar negeri dalam presiden wakil perdana ketua kepala umum jenderal kolonel kapten letnan mayor komisaris direktur ' +
    'utama gubernur bupati wali walikota camat lurah raja ratu pangeran putri sultan paus uskup kardinal duta besar profesor doktor ' +
    'bapak ibu pak bu tuan nyonya nona saudara badan dewan majelis mahkamah agung konstitusi pengadilan kejaksaan komisi komite ' +
    'kementerian departemen dinas kantor lembaga pusat institut universitas sekolah tinggi akademi fakultas rumah sakit puskesmas ' +
    'bank sentral bursa efek perusahaan umum perseroan pasar bandara bandar udara pelabuhan stasiun terminal jalan gang gedung ' +
    'istana masjid gereja candi museum taman kebun hutan gunung bukit pulau kepulauan laut selat teluk danau sungai samudra samudera ' +
    'benua kota kabupaten provinsi propinsi kecamatan kelurahan desa kampung daerah wilayah khusus ibukota ibu negara kerajaan ' +
    'republik rakyat serikat federasi uni persatuan perserikatan bangsa organisasi asosiasi himpunan ikatan partai gerakan front ' +
    'pembebasan nasional internasional dunia antar pemerintah daerah pusat tentara angkatan darat laut udara polisi kepolisian ' +
    'resor sektor markas besar perang piala kejuaraan liga klub olimpiade pesta hari tahun abad zaman senin selasa rabu kamis jumat ' +
    "jum'at sabtu minggu januari februari maret april mei juni juli agustus september oktober november desember undang dasar " +
    'dubes komjen pol irjen palung trans setu sudin suku perda polda polres polsek kapolda kapolri kapolres kapolsek kompol ipda iptu akp akbp kombes brigjen ' +
    'mayjen letjen jenderal menlu menhan menkeu mendagri menko mensos menkes pemprov pemkot pemkab satpol kadis kabid kasat kanit ' +
    'kasudin wagub wabup wapres jubir dirjen dirut sekjen ketum waketum korban jl no tn ny hj haji drs dra ir dr prof jakut jaksel ' +
    'jakbar jaktim jakpus jateng jatim jabar kalsel kaltim kalbar sumut sumsel sulsel sulut ' +
    'pancasila rencana program proyek konferensi tingkat kelompok tim satuan tugas gugus penanganan pemberdayaan perlindungan ' +
    'pendidikan kebudayaan kesehatan sosial ekonomi keuangan perdagangan perindustrian pertanian perikanan kelautan kehutanan ' +
    'lingkungan hidup energi sumber daya mineral pekerjaan perumahan perhubungan komunikasi informatika informasi penelitian ' +
    'teknologi riset agama hukum hak asasi manusia pemuda olahraga pariwisata perempuan anak desa tertinggal transmigrasi tenaga ' +
    'kerja pertahanan keamanan koordinator bidang politik sekretaris jenderal kabinet parlemen senat kongres konstitusi utara selatan ' +
    'timur barat tengah tenggara laut raya baru lama besar kecil putih hitam merah biru hijau kuning bulan bumi matahari allah tuhan ' +
    'dia yang dan di ke dari untuk pada dengan itu ini saya kami kita mereka namun tetapi jika bila kalau sebab karena para sang si ' +
    'anda beliau kepada oleh atas bawah kawasan zona situs warisan budaya unesco sementara selain menurut saat setelah sebelum'
  ).split(' '),
)
