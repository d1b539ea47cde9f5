# ruleid: structure/god-class
class OrderManager:
    def place(self, order):
        self.log("place", order.id)

    def cancel(self, order):
        self.log("cancel", order.id)

    def refund(self, order):
        self.log("refund", order.id)

    def ship(self, order):
        self.log("ship", order.id)

    def pack(self, order):
        self.log("pack", order.id)

    def invoice(self, order):
        self.log("invoice", order.id)

    def remind(self, order):
        self.log("remind", order.id)

    def archive(self, order):
        self.log("archive", order.id)

    def restore(self, order):
        self.log("restore", order.id)

    def split(self, order):
        self.log("split", order.id)

    def merge(self, order):
        self.log("merge", order.id)

    def price(self, order):
        self.log("price", order.id)

    def discount(self, order):
        self.log("discount", order.id)

    def tax(self, order):
        self.log("tax", order.id)

    def weigh(self, order):
        self.log("weigh", order.id)

    def label(self, order):
        self.log("label", order.id)

    def track(self, order):
        self.log("track", order.id)

    def return_(self, order):
        self.log("return_", order.id)

    def audit(self, order):
        self.log("audit", order.id)

    def export(self, order):
        self.log("export", order.id)

    def notify(self, order):
        self.log("notify", order.id)


@dataclass
# ruleid: structure/god-class
class LongTable:
    column_0 = "0"
    column_1 = "1"
    column_2 = "2"
    column_3 = "3"
    column_4 = "4"
    column_5 = "5"
    column_6 = "6"
    column_7 = "7"
    column_8 = "8"
    column_9 = "9"
    column_10 = "10"
    column_11 = "11"
    column_12 = "12"
    column_13 = "13"
    column_14 = "14"
    column_15 = "15"
    column_16 = "16"
    column_17 = "17"
    column_18 = "18"
    column_19 = "19"
    column_20 = "20"
    column_21 = "21"
    column_22 = "22"
    column_23 = "23"
    column_24 = "24"
    column_25 = "25"
    column_26 = "26"
    column_27 = "27"
    column_28 = "28"
    column_29 = "29"
    column_30 = "30"
    column_31 = "31"
    column_32 = "32"
    column_33 = "33"
    column_34 = "34"
    column_35 = "35"
    column_36 = "36"
    column_37 = "37"
    column_38 = "38"
    column_39 = "39"
    column_40 = "40"
    column_41 = "41"
    column_42 = "42"
    column_43 = "43"
    column_44 = "44"
    column_45 = "45"
    column_46 = "46"
    column_47 = "47"
    column_48 = "48"
    column_49 = "49"
    column_50 = "50"
    column_51 = "51"
    column_52 = "52"
    column_53 = "53"
    column_54 = "54"
    column_55 = "55"
    column_56 = "56"
    column_57 = "57"
    column_58 = "58"
    column_59 = "59"
    column_60 = "60"
    column_61 = "61"
    column_62 = "62"
    column_63 = "63"
    column_64 = "64"
    column_65 = "65"
    column_66 = "66"
    column_67 = "67"
    column_68 = "68"
    column_69 = "69"
    column_70 = "70"
    column_71 = "71"
    column_72 = "72"
    column_73 = "73"
    column_74 = "74"
    column_75 = "75"
    column_76 = "76"
    column_77 = "77"
    column_78 = "78"
    column_79 = "79"
    column_80 = "80"
    column_81 = "81"
    column_82 = "82"
    column_83 = "83"
    column_84 = "84"
    column_85 = "85"
    column_86 = "86"
    column_87 = "87"
    column_88 = "88"
    column_89 = "89"
    column_90 = "90"
    column_91 = "91"
    column_92 = "92"
    column_93 = "93"
    column_94 = "94"
    column_95 = "95"
    column_96 = "96"
    column_97 = "97"
    column_98 = "98"
    column_99 = "99"
    column_100 = "100"
    column_101 = "101"
    column_102 = "102"
    column_103 = "103"
    column_104 = "104"
    column_105 = "105"
    column_106 = "106"
    column_107 = "107"
    column_108 = "108"
    column_109 = "109"
    column_110 = "110"
    column_111 = "111"
    column_112 = "112"
    column_113 = "113"
    column_114 = "114"
    column_115 = "115"
    column_116 = "116"
    column_117 = "117"
    column_118 = "118"
    column_119 = "119"
    column_120 = "120"
    column_121 = "121"
    column_122 = "122"
    column_123 = "123"
    column_124 = "124"
    column_125 = "125"
    column_126 = "126"
    column_127 = "127"
    column_128 = "128"
    column_129 = "129"
    column_130 = "130"
    column_131 = "131"
    column_132 = "132"
    column_133 = "133"
    column_134 = "134"
    column_135 = "135"
    column_136 = "136"
    column_137 = "137"
    column_138 = "138"
    column_139 = "139"
    column_140 = "140"
    column_141 = "141"
    column_142 = "142"
    column_143 = "143"
    column_144 = "144"
    column_145 = "145"
    column_146 = "146"
    column_147 = "147"
    column_148 = "148"
    column_149 = "149"
    column_150 = "150"
    column_151 = "151"
    column_152 = "152"
    column_153 = "153"
    column_154 = "154"
    column_155 = "155"
    column_156 = "156"
    column_157 = "157"
    column_158 = "158"
    column_159 = "159"
    column_160 = "160"
    column_161 = "161"
    column_162 = "162"
    column_163 = "163"
    column_164 = "164"
    column_165 = "165"
    column_166 = "166"
    column_167 = "167"
    column_168 = "168"
    column_169 = "169"
    column_170 = "170"
    column_171 = "171"
    column_172 = "172"
    column_173 = "173"
    column_174 = "174"
    column_175 = "175"
    column_176 = "176"
    column_177 = "177"
    column_178 = "178"
    column_179 = "179"
    column_180 = "180"
    column_181 = "181"
    column_182 = "182"
    column_183 = "183"
    column_184 = "184"
    column_185 = "185"
    column_186 = "186"
    column_187 = "187"
    column_188 = "188"
    column_189 = "189"
    column_190 = "190"
    column_191 = "191"
    column_192 = "192"
    column_193 = "193"
    column_194 = "194"
    column_195 = "195"
    column_196 = "196"
    column_197 = "197"
    column_198 = "198"
    column_199 = "199"
    column_200 = "200"
    column_201 = "201"
    column_202 = "202"
    column_203 = "203"
    column_204 = "204"
    column_205 = "205"
    column_206 = "206"
    column_207 = "207"
    column_208 = "208"
    column_209 = "209"
    column_210 = "210"
    column_211 = "211"
    column_212 = "212"
    column_213 = "213"
    column_214 = "214"
    column_215 = "215"
    column_216 = "216"
    column_217 = "217"
    column_218 = "218"
    column_219 = "219"
    column_220 = "220"
    column_221 = "221"
    column_222 = "222"
    column_223 = "223"
    column_224 = "224"
    column_225 = "225"
    column_226 = "226"
    column_227 = "227"
    column_228 = "228"
    column_229 = "229"
    column_230 = "230"
    column_231 = "231"
    column_232 = "232"
    column_233 = "233"
    column_234 = "234"
    column_235 = "235"
    column_236 = "236"
    column_237 = "237"
    column_238 = "238"
    column_239 = "239"
    column_240 = "240"
    column_241 = "241"
    column_242 = "242"
    column_243 = "243"
    column_244 = "244"
    column_245 = "245"
    column_246 = "246"
    column_247 = "247"
    column_248 = "248"
    column_249 = "249"
    column_250 = "250"
    column_251 = "251"
    column_252 = "252"
    column_253 = "253"
    column_254 = "254"
    column_255 = "255"
    column_256 = "256"
    column_257 = "257"
    column_258 = "258"
    column_259 = "259"
    column_260 = "260"
    column_261 = "261"
    column_262 = "262"
    column_263 = "263"
    column_264 = "264"
    column_265 = "265"
    column_266 = "266"
    column_267 = "267"
    column_268 = "268"
    column_269 = "269"
    column_270 = "270"
    column_271 = "271"
    column_272 = "272"
    column_273 = "273"
    column_274 = "274"
    column_275 = "275"
    column_276 = "276"
    column_277 = "277"
    column_278 = "278"
    column_279 = "279"
    column_280 = "280"
    column_281 = "281"
    column_282 = "282"
    column_283 = "283"
    column_284 = "284"
    column_285 = "285"
    column_286 = "286"
    column_287 = "287"
    column_288 = "288"
    column_289 = "289"
    column_290 = "290"
    column_291 = "291"
    column_292 = "292"
    column_293 = "293"
    column_294 = "294"
    column_295 = "295"
    column_296 = "296"
    column_297 = "297"
    column_298 = "298"
    column_299 = "299"
    column_300 = "300"
    column_301 = "301"
    column_302 = "302"
    column_303 = "303"
    column_304 = "304"
    column_305 = "305"
    column_306 = "306"
    column_307 = "307"
    column_308 = "308"
    column_309 = "309"
    column_310 = "310"
    column_311 = "311"
    column_312 = "312"
    column_313 = "313"
    column_314 = "314"
    column_315 = "315"
    column_316 = "316"
    column_317 = "317"
    column_318 = "318"
    column_319 = "319"
    column_320 = "320"
    column_321 = "321"
    column_322 = "322"
    column_323 = "323"
    column_324 = "324"
    column_325 = "325"
    column_326 = "326"
    column_327 = "327"
    column_328 = "328"
    column_329 = "329"
    column_330 = "330"
    column_331 = "331"
    column_332 = "332"
    column_333 = "333"
    column_334 = "334"
    column_335 = "335"
    column_336 = "336"
    column_337 = "337"
    column_338 = "338"
    column_339 = "339"
    column_340 = "340"
    column_341 = "341"
    column_342 = "342"
    column_343 = "343"
    column_344 = "344"
    column_345 = "345"
    column_346 = "346"
    column_347 = "347"
    column_348 = "348"
    column_349 = "349"
    column_350 = "350"
    column_351 = "351"
    column_352 = "352"
    column_353 = "353"
    column_354 = "354"
    column_355 = "355"
    column_356 = "356"
    column_357 = "357"
    column_358 = "358"
    column_359 = "359"
    column_360 = "360"
    column_361 = "361"
    column_362 = "362"
    column_363 = "363"
    column_364 = "364"
    column_365 = "365"
    column_366 = "366"
    column_367 = "367"
    column_368 = "368"
    column_369 = "369"
    column_370 = "370"
    column_371 = "371"
    column_372 = "372"
    column_373 = "373"
    column_374 = "374"
    column_375 = "375"
    column_376 = "376"
    column_377 = "377"
    column_378 = "378"
    column_379 = "379"
    column_380 = "380"
    column_381 = "381"
    column_382 = "382"
    column_383 = "383"
    column_384 = "384"
    column_385 = "385"
    column_386 = "386"
    column_387 = "387"
    column_388 = "388"
    column_389 = "389"
    column_390 = "390"
    column_391 = "391"
    column_392 = "392"
    column_393 = "393"
    column_394 = "394"
    column_395 = "395"
    column_396 = "396"
    column_397 = "397"
    column_398 = "398"
    column_399 = "399"
    column_400 = "400"
    column_401 = "401"
    column_402 = "402"
    column_403 = "403"
    column_404 = "404"
    column_405 = "405"
    column_406 = "406"
    column_407 = "407"
    column_408 = "408"
    column_409 = "409"
    column_410 = "410"
    column_411 = "411"
    column_412 = "412"
    column_413 = "413"
    column_414 = "414"
    column_415 = "415"
    column_416 = "416"
    column_417 = "417"
    column_418 = "418"
    column_419 = "419"
    column_420 = "420"
    column_421 = "421"
    column_422 = "422"
    column_423 = "423"
    column_424 = "424"
    column_425 = "425"
    column_426 = "426"
    column_427 = "427"
    column_428 = "428"
    column_429 = "429"
    column_430 = "430"
    column_431 = "431"
    column_432 = "432"
    column_433 = "433"
    column_434 = "434"
    column_435 = "435"
    column_436 = "436"
    column_437 = "437"
    column_438 = "438"
    column_439 = "439"
    column_440 = "440"
    column_441 = "441"
    column_442 = "442"
    column_443 = "443"
    column_444 = "444"
    column_445 = "445"
    column_446 = "446"
    column_447 = "447"
    column_448 = "448"
    column_449 = "449"
    column_450 = "450"
    column_451 = "451"
    column_452 = "452"
    column_453 = "453"
    column_454 = "454"
    column_455 = "455"
    column_456 = "456"
    column_457 = "457"
    column_458 = "458"
    column_459 = "459"
    column_460 = "460"
    column_461 = "461"
    column_462 = "462"
    column_463 = "463"
    column_464 = "464"
    column_465 = "465"
    column_466 = "466"
    column_467 = "467"
    column_468 = "468"
    column_469 = "469"
    column_470 = "470"
    column_471 = "471"
    column_472 = "472"
    column_473 = "473"
    column_474 = "474"
    column_475 = "475"
    column_476 = "476"
    column_477 = "477"
    column_478 = "478"
    column_479 = "479"
    column_480 = "480"
    column_481 = "481"
    column_482 = "482"
    column_483 = "483"
    column_484 = "484"
    column_485 = "485"
    column_486 = "486"
    column_487 = "487"
    column_488 = "488"
    column_489 = "489"
    column_490 = "490"
    column_491 = "491"
    column_492 = "492"
    column_493 = "493"
    column_494 = "494"
    column_495 = "495"
    column_496 = "496"
    column_497 = "497"
    column_498 = "498"
    column_499 = "499"


# ok: structure/god-class
class OrderService:
    def place(self, order):
        self.log("place", order.id)

    def cancel(self, order):
        self.log("cancel", order.id)

    def refund(self, order):
        self.log("refund", order.id)

    def ship(self, order):
        self.log("ship", order.id)

    def pack(self, order):
        self.log("pack", order.id)

    def invoice(self, order):
        self.log("invoice", order.id)

    def remind(self, order):
        self.log("remind", order.id)

    def archive(self, order):
        self.log("archive", order.id)

    def restore(self, order):
        self.log("restore", order.id)

    def split(self, order):
        self.log("split", order.id)

    def merge(self, order):
        self.log("merge", order.id)

    def price(self, order):
        self.log("price", order.id)

    def discount(self, order):
        self.log("discount", order.id)

    def tax(self, order):
        self.log("tax", order.id)

    def weigh(self, order):
        self.log("weigh", order.id)

    def label(self, order):
        self.log("label", order.id)

    def track(self, order):
        self.log("track", order.id)

    def return_(self, order):
        self.log("return_", order.id)

    def audit(self, order):
        self.log("audit", order.id)

    def export(self, order):
        self.log("export", order.id)


# ok: structure/god-class
class Settings:
    place_limit = 10
    cancel_limit = 10
    refund_limit = 10
    ship_limit = 10
    pack_limit = 10
    invoice_limit = 10
    remind_limit = 10
    archive_limit = 10
    restore_limit = 10
    split_limit = 10
    merge_limit = 10
    price_limit = 10
    discount_limit = 10
    tax_limit = 10
    weigh_limit = 10
    label_limit = 10
    track_limit = 10
    return_limit = 10
    audit_limit = 10
    export_limit = 10
    notify_limit = 10
