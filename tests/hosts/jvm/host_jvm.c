/* host_jvm.c - the native methods of Host.java.
 *
 * Owns, for each session, a global reference to the object that its callbacks
 * call. A callback runs on the thread and the stack of the native method, so the
 * thread's JNIEnv holds there. */
#include <jni.h>
#include <stdlib.h>
#include <string.h>

#include "vitrine.h"

typedef struct {
  vitrine_session *session;
  jobject user;
} guest;

static JavaVM *vm;
static jmethodID write_method, add_method;

static JNIEnv *env_here(void) {
  void *env = NULL;
  return (*vm)->GetEnv(vm, &env, JNI_VERSION_1_8) == JNI_OK ? env : NULL;
}

JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM *loaded, void *reserved) {
  (void)reserved;
  vm = loaded;
  JNIEnv *env = env_here();
  if (env == NULL) return JNI_ERR;
  jclass host = (*env)->FindClass(env, "Host");
  if (host == NULL) return JNI_ERR;
  write_method = (*env)->GetMethodID(env, host, "write", "([B)V");
  if (write_method == NULL) return JNI_ERR;
  add_method = (*env)->GetMethodID(env, host, "add", "(JJ)J");
  return add_method != NULL ? JNI_VERSION_1_8 : JNI_ERR;
}

static void write_to_java(void *user, int fd, const char *text, size_t length) {
  (void)fd;
  guest *g = user;
  JNIEnv *env = env_here();
  jbyteArray bytes = (*env)->NewByteArray(env, (jsize)length);
  if (bytes != NULL) {
    (*env)->SetByteArrayRegion(env, bytes, 0, (jsize)length, (const jbyte *)text);
    (*env)->CallVoidMethod(env, g->user, write_method, bytes);
    (*env)->DeleteLocalRef(env, bytes);
  }
  (*env)->ExceptionClear(env);
}

static vitrine_status add_in_java(vitrine_call *call, void *user) {
  guest *g = user;
  JNIEnv *env = env_here();
  int64_t a = 0, b = 0;
  vitrine_value_int(vitrine_call_arg(call, 0), &a);
  vitrine_value_int(vitrine_call_arg(call, 1), &b);
  jlong sum = (*env)->CallLongMethod(env, g->user, add_method, (jlong)a, (jlong)b);
  if ((*env)->ExceptionCheck(env)) {
    (*env)->ExceptionClear(env);
    return vitrine_call_raise(call, "ValueError", "thrown in Java");
  }
  return vitrine_call_return(call, vitrine_int(sum));
}

JNIEXPORT jlong JNICALL Java_Host_open(JNIEnv *env, jclass type, jobject user, jlongArray values) {
  (void)type;
  jlong v[6];
  (*env)->GetLongArrayRegion(env, values, 0, 6, v);
  vitrine_limits limits = vitrine_limits_default();
  limits.memory = (uint64_t)v[0];
  limits.steps = (uint64_t)v[1];
  limits.cpu_ns = (uint64_t)v[2];
  limits.time_ns = (uint64_t)v[3];
  limits.output = (uint64_t)v[4];
  limits.host_calls = (uint64_t)v[5];
  guest *g = calloc(1, sizeof *g);
  if (g == NULL) return 0;
  g->user = (*env)->NewGlobalRef(env, user);
  vitrine_options options = vitrine_options_default();
  options.limits = &limits;
  options.write = write_to_java;
  options.user = g;
  if (g->user != NULL && vitrine_session_new(&options, &g->session) == VITRINE_OK &&
      vitrine_grant_function(g->session, "add", add_in_java, g, NULL) == VITRINE_OK)
    return (jlong)(intptr_t)g;
  vitrine_session_free(g->session);
  if (g->user != NULL) (*env)->DeleteGlobalRef(env, g->user);
  free(g);
  return 0;
}

/* The outcome, and the repr of the value after a blank. */
JNIEXPORT jstring JNICALL Java_Host_run(JNIEnv *env, jclass type, jlong at, jbyteArray source) {
  (void)type;
  guest *g = (guest *)(intptr_t)at;
  jsize length = (*env)->GetArrayLength(env, source);
  jbyte *bytes = (*env)->GetByteArrayElements(env, source, NULL);
  if (bytes == NULL) return NULL;
  vitrine_result *result = NULL;
  vitrine_status status =
      vitrine_run(g->session, NULL, (const char *)bytes, (size_t)length, &result);
  (*env)->ReleaseByteArrayElements(env, source, bytes, JNI_ABORT);
  if (status != VITRINE_OK) return (*env)->NewStringUTF(env, vitrine_last_error());
  char text[256];
  const char *repr = vitrine_result_repr(result);
  size_t end = 0;
  for (const char *p = vitrine_outcome_name(vitrine_result_outcome(result)); *p != 0; p++)
    text[end++] = *p;
  if (repr != NULL && strlen(repr) < 200) {
    text[end++] = ' ';
    memcpy(text + end, repr, strlen(repr));
    end += strlen(repr);
  }
  text[end] = 0;
  vitrine_result_free(result);
  return (*env)->NewStringUTF(env, text);
}

JNIEXPORT void JNICALL Java_Host_cancel(JNIEnv *env, jclass type, jlong at) {
  (void)env;
  (void)type;
  vitrine_cancel(((guest *)(intptr_t)at)->session);
}

JNIEXPORT void JNICALL Java_Host_close(JNIEnv *env, jclass type, jlong at) {
  (void)type;
  guest *g = (guest *)(intptr_t)at;
  vitrine_session_free(g->session);
  (*env)->DeleteGlobalRef(env, g->user);
  free(g);
}
