// SPDX-License-Identifier: EUPL-1.2
// `npm ci` runs this once, so that starting compiles nothing.
