/// The C libraries in this program, each named by the room that owns it.
package enum LinkedVersions {
    package static var lines: [String] {
        CurlVersion.lines + [
            OpenSSLVersion.text, "jansson \(JanssonVersion.text)", "SQLite \(SQLiteVersion.text)",
        ]
    }
}
