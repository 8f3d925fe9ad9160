extension Stage {
  /// The stage that a dump of the real system names, in Google's words or in ours; nil for other words.
  /// https://cloud.google.com/iam/docs/reference/rest/v1/organizations.roles#RoleLaunchStage
  init?(upstream text: String) {
    switch text.lowercased() {
    case "eap", "early access": self = .alpha
    case "disabled", "retired": self = .deprecated
    default: self.init(reading: text)
    }
  }
}
