// ruleid: structure/god-class
export class Chart {
  step0() {
    return 0;
  }
  step1() {
    return 1;
  }
  step2() {
    return 2;
  }
  step3() {
    return 3;
  }
  step4() {
    return 4;
  }
  step5() {
    return 5;
  }
  step6() {
    return 6;
  }
  step7() {
    return 7;
  }
  step8() {
    return 8;
  }
  step9() {
    return 9;
  }
  step10() {
    return 10;
  }
  step11() {
    return 11;
  }
  step12() {
    return 12;
  }
  step13() {
    return 13;
  }
  step14() {
    return 14;
  }
  step15() {
    return 15;
  }
  step16() {
    return 16;
  }
  step17() {
    return 17;
  }
  step18() {
    return 18;
  }
  step19() {
    return 19;
  }
  step20() {
    return 20;
  }
}
