/// What is wrong with a secret that `genklang.yml` names by its file.
public enum SecretFault: Sendable, Hashable {
    /// The file is not there, or this user may not read it.
    case missing
    /// What it holds is not `whsec_` and 24 to 64 bytes in base64.
    case unusable
}
