@testable import ResyDomain
import ResyNative

@testable import resy_mcp

/// As a model reads it.
extension ResyError {
    var message: String { Voice.model.message(self) }
    var hint: String { Voice.model.hint(self) }
}
