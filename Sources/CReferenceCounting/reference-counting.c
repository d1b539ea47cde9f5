// References are counted without atomic instructions for as long as the process has one thread, which is what libstdc++ does for
// shared_ptr (libstdc++-v3/include/ext/atomicity.h). Checking one file starts no other thread, and takes an eighth less time.
//
// The linker gives calls of `swift_retain` to `__wrap_swift_retain` (`ld --wrap`). Both kinds of counting keep the same bits, so
// that one may follow the other; the C library clears `__libc_single_threaded` before a second thread begins.
#include <stdint.h>
#include <sys/single_threaded.h>

// The functions of Swift's runtime: swift/Runtime/HeapObject.h.
void *__real_swift_retain(void *object);
void *__real_swift_retain_n(void *object, uint32_t count);
void __real_swift_release(void *object);
void __real_swift_release_n(void *object, uint32_t count);
void *swift_nonatomic_retain(void *object);
void *swift_nonatomic_retain_n(void *object, uint32_t count);
void swift_nonatomic_release(void *object);
void swift_nonatomic_release_n(void *object, uint32_t count);

void *__wrap_swift_retain(void *object) {
    return __libc_single_threaded ? swift_nonatomic_retain(object) : __real_swift_retain(object);
}

void *__wrap_swift_retain_n(void *object, uint32_t count) {
    return __libc_single_threaded ? swift_nonatomic_retain_n(object, count) : __real_swift_retain_n(object, count);
}

void __wrap_swift_release(void *object) {
    if (__libc_single_threaded) {
        swift_nonatomic_release(object);
    } else {
        __real_swift_release(object);
    }
}

void __wrap_swift_release_n(void *object, uint32_t count) {
    if (__libc_single_threaded) {
        swift_nonatomic_release_n(object, count);
    } else {
        __real_swift_release_n(object, count);
    }
}
