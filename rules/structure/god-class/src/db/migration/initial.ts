// A step of a migration is done once.
// ok: structure/god-class
export class Initial {
  step0() {}
  step1() {}
  step2() {}
  step3() {}
  step4() {}
  step5() {}
  step6() {}
  step7() {}
  step8() {}
  step9() {}
  step10() {}
  step11() {}
  step12() {}
  step13() {}
  step14() {}
  step15() {}
  step16() {}
  step17() {}
  step18() {}
  step19() {}
  step20() {}
  step21() {}
}
