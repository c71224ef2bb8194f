/// Signs what is published with the ministry's own key, and checks such signatures.
///
/// A PDF is signed as PAdES baseline B: behind its own bytes, which stay as they are. The manifest
/// is signed beside itself, as CAdES baseline B in `manifest.json.p7s`. This room alone knows
/// BouncyCastle.
@org.jspecify.annotations.NullMarked
package kz.esep.publish.sign;
