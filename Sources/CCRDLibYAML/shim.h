#ifndef CRD_GENERATOR_CLIBYAML_SHIM_H
#define CRD_GENERATOR_CLIBYAML_SHIM_H

#if __has_include(<yaml.h>)
#include <yaml.h>
#else
#error "libyaml is not installed: run 'apt-get install libyaml-dev' (Debian, Ubuntu), 'dnf install libyaml-devel' (Fedora) or 'brew install libyaml' (macOS), then build again"
#endif

#endif
