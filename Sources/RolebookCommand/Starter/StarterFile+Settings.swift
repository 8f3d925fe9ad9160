extension StarterFile {
  static let settings = StarterFile(
    path: "rolebook.yml",
    text: """
      # Every key is optional; this is enough to start.
      title: Access handbook
      platforms:
        bigquery: {title: BigQuery, role_prefix: roles/}

      """)

  static let ignored = StarterFile(
    path: ".gitignore",
    text: """
      public/
      .rolebook/

      """)

  static let workflow = StarterFile(
    path: ".github/workflows/docs.yml",
    text: """
      # Checks the documentation on every push and publishes it from the main branch.
      name: docs
      on:
        push:
        pull_request:

      permissions:
        contents: read
        pages: write
        id-token: write

      jobs:
        docs:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
            - name: Install rolebook
              # The repository variable ROLEBOOK_URL says where your rolebook program lies: it is one file.
              run: |
                sudo curl --fail --location --output /usr/local/bin/rolebook "${{ vars.ROLEBOOK_URL }}"
                sudo chmod +x /usr/local/bin/rolebook
            - run: rolebook check --format github
            - run: rolebook build
            - uses: actions/upload-pages-artifact@v3
              if: github.ref == 'refs/heads/main'
              with: {path: public}
            - uses: actions/deploy-pages@v4
              if: github.ref == 'refs/heads/main'

      """)
}
