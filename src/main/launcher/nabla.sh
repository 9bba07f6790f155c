#!/bin/sh
# Nabla as one file that runs itself: this script, and the jar behind it.
#
# The first run leaves an archive of the loaded classes in the user's cache, from which the next
# ones start in a fraction of the time. Batches get the module with vector instructions.
java=java
[ -n "$JAVA_HOME" ] && [ -x "$JAVA_HOME/bin/java" ] && java="$JAVA_HOME/bin/java"
command -v "$java" > /dev/null 2>&1 || {
  echo "nabla: there is no java; install JDK 17 or newer, or set JAVA_HOME" >&2
  exit 1
}
self=$0
case $self in */*) ;; *) self=$(command -v -- "$self") ;; esac
options=-XX:TieredStopAtLevel=1
for argument; do
  case $argument in --csv | --csv=*) options="--add-modules jdk.incubator.vector" ;; esac
done
cache=${XDG_CACHE_HOME:-$HOME/.cache}/nabla
if mkdir -p "$cache" 2> /dev/null; then
  # An archive belongs to one file and one Java: the JVM refuses any other, and says nothing.
  key=$(ls -lLin "$self" "$(command -v "$java")" 2> /dev/null | cksum | tr -d ' ')
  archive=$cache/$key.jsa
  if [ -f "$archive" ]; then
    options="$options -XX:SharedArchiveFile=$archive"
  elif [ "$options" = -XX:TieredStopAtLevel=1 ]; then
    options="$options -XX:ArchiveClassesAtExit=$archive"
  fi
fi
# shellcheck disable=SC2086 # options are words
exec "$java" -XX:+UseSerialGC -Xshare:auto -Xlog:disable $options $NABLA_JAVA_OPTIONS -jar "$self" "$@"
