extension StarterFile {
  static let index = StarterFile(
    path: "content/index.md",
    text: """
      ---
      title: Access handbook
      kind: concept
      ---

      Who may do what here, and how to get it.

      - [Roles of BigQuery](bigquery/roles.md): the permissions, and the roles that hold them.
      - [Give a tool access to BigQuery](bigquery/setup.md): a service account, step by step.

      """)

  static let roles = StarterFile(
    path: "content/bigquery/roles.md",
    text: """
      ---
      title: Roles of BigQuery
      kind: reference
      platform: bigquery
      complete: [bigquery]
      ---

      The permissions that our tools need, and the roles that hold them.

      ## Permissions

      | Permission | Description |
      | --- | --- |
      | `bigquery.config.get` | Read the project's settings for BigQuery. |
      | `bigquery.datasets.create` | Create a dataset. |
      | `bigquery.datasets.get` | Read the metadata of a dataset. |
      | `bigquery.jobs.create` | Run queries and other jobs in the project. |
      | `bigquery.jobs.list` | List the jobs of the project. |
      | `bigquery.tables.get` | Read the metadata of a table. |
      | `bigquery.tables.getData` | Read the rows of a table. |
      | `bigquery.tables.list` | List the tables of a dataset. |
      | `resourcemanager.projects.get` | Read the project itself. |
      | `resourcemanager.projects.list` | List projects. |

      ## `roles/bigquery.dataViewer`

      Title: BigQuery Data Viewer
      Kind: predefined
      Lowest resource: Table or view

      Reads data and metadata.

      - `bigquery.datasets.get`
      - `bigquery.tables.*`

      ## `roles/bigquery.jobUser`

      Title: BigQuery Job User
      Kind: predefined
      Lowest resource: Project

      Runs jobs.

      - `bigquery.config.get`
      - `bigquery.jobs.create`
      - `resourcemanager.projects.*`

      ## `roles/bigquery.user`

      Title: BigQuery User
      Kind: predefined
      Lowest resource: Dataset

      Runs jobs and creates datasets.

      - `bigquery.config.get`
      - `bigquery.datasets.*`
      - `bigquery.jobs.*`
      - `bigquery.tables.list`
      - `resourcemanager.projects.*`

      """)

  /// A guide with two faults to find: a role that adds nothing, and a step with the wrong number.
  static let setup = StarterFile(
    path: "content/bigquery/setup.md",
    text: """
      ---
      title: Give a tool access to BigQuery
      kind: guide
      platform: bigquery
      task: setup/bigquery
      ---

      The tool signs in as a service account, which gets its roles on the project.

      1. Open **IAM & Admin** in the Google Cloud console and choose **Service Accounts**.
      2. Click **Create service account**.
      3. Enter a name and a description that says what the tool does.
      4. Click **Create and continue**.
      5. In **Grant this service account access to project**, select **BigQuery User**.
      6. Click **+ Add another role** and add the **BigQuery Job User** role.
      7. Click **+ Add another role** and add the **BigQuery Data Viewer** role.
      8. Click **Continue**, then **Done**.
      19. Copy the account's address into the tool.

      """)
}
