-- Flights: what is tracked, what was asked, what each answer said, and the rows and events that this adds up to.

-- AlterTable
ALTER TABLE `sync_runs`
    ADD COLUMN `task` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'collect',
    ADD COLUMN `paused_at` DATETIME(3) NULL;

-- AlterTable
ALTER TABLE `quota_hours` ADD COLUMN `live_calls` INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE `quota_pace` ADD COLUMN `live_round_calls` INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE `tracked_routes` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `departure` CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `arrival` CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `created_by` VARCHAR(190) NULL,
    `created_at` DATETIME(3) NOT NULL,

    UNIQUE INDEX `tracked_routes_departure_arrival_key`(`departure`, `arrival`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `tracked_airports` (
    `airport_code` CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `flight_status` BOOLEAN NOT NULL DEFAULT true,
    `flight_information` BOOLEAN NOT NULL DEFAULT false,
    `created_by` VARCHAR(190) NULL,
    `created_at` DATETIME(3) NOT NULL,

    PRIMARY KEY (`airport_code`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `coverage` (
    `stream` VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `scope` VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `window_key` VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `place` VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `day` DATE NOT NULL,
    `starts_at` DATETIME(0) NOT NULL,
    `ends_at` DATETIME(0) NOT NULL,
    `state` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `settled` BOOLEAN NOT NULL DEFAULT false,
    `expected` INTEGER NULL,
    `fetched` INTEGER NOT NULL DEFAULT 0,
    `calls` INTEGER NOT NULL DEFAULT 0,
    `observed_at` DATETIME(3) NULL,
    `assumed` BOOLEAN NOT NULL DEFAULT false,
    `message` VARCHAR(1000) NULL,
    `run_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `window_id` BIGINT NOT NULL,
    `updated_at` DATETIME(3) NOT NULL,

    INDEX `coverage_stream_day_place_idx`(`stream`, `day`, `place`),
    INDEX `coverage_place_day_idx`(`place`, `day`),
    PRIMARY KEY (`stream`, `scope`, `window_key`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `flights` (
    `id` BIGINT NOT NULL,
    `carrier` VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `number` INTEGER NOT NULL DEFAULT 0,
    `suffix` VARCHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    `origin` CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `destination` CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `flight_date` DATE NOT NULL,
    `operation` VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    `number_text` VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    `service_type` VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `stops` TINYINT NOT NULL DEFAULT 0,
    `status` VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `status_code` VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `departure_status_code` VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `arrival_status_code` VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `scheduled_departure_local` CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `scheduled_departure_utc` DATETIME(0) NULL,
    `scheduled_departure_basis` VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `estimated_departure_local` CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `estimated_departure_utc` DATETIME(0) NULL,
    `estimated_departure_basis` VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `actual_departure_local` CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `actual_departure_utc` DATETIME(0) NULL,
    `actual_departure_basis` VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `scheduled_arrival_local` CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `scheduled_arrival_utc` DATETIME(0) NULL,
    `scheduled_arrival_basis` VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `estimated_arrival_local` CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `estimated_arrival_utc` DATETIME(0) NULL,
    `estimated_arrival_basis` VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `actual_arrival_local` CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `actual_arrival_utc` DATETIME(0) NULL,
    `actual_arrival_basis` VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `departure_time_zone` VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `arrival_time_zone` VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `departure_terminal` VARCHAR(10) NULL,
    `departure_gate` VARCHAR(10) NULL,
    `arrival_terminal` VARCHAR(10) NULL,
    `arrival_gate` VARCHAR(10) NULL,
    `aircraft_type` VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `registration` VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `departure_delay_minutes` INTEGER NULL,
    `arrival_delay_minutes` INTEGER NULL,
    `scheduled_block_minutes` INTEGER NULL,
    `actual_block_minutes` INTEGER NULL,
    `source` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `first_seen_at` DATETIME(3) NOT NULL,
    `last_seen_at` DATETIME(3) NOT NULL,
    `run_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `payload_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `version` INTEGER NOT NULL DEFAULT 1,
    `created_at` DATETIME(3) NOT NULL,
    `updated_at` DATETIME(3) NOT NULL,

    UNIQUE INDEX `flights_flight_date_carrier_origin_destination_number_suffix_key`(`flight_date`, `carrier`, `origin`, `destination`, `number`, `suffix`, `operation`),
    INDEX `flights_origin_flight_date_scheduled_departure_utc_idx`(`origin`, `flight_date`, `scheduled_departure_utc`),
    INDEX `flights_destination_flight_date_scheduled_departure_utc_idx`(`destination`, `flight_date`, `scheduled_departure_utc`),
    INDEX `flights_carrier_number_flight_date_idx`(`carrier`, `number`, `flight_date`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `flight_codeshares` (
    `flight_id` BIGINT NOT NULL,
    `carrier` VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `number` INTEGER NOT NULL,
    `suffix` VARCHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    `number_text` VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,

    INDEX `flight_codeshares_carrier_number_flight_id_idx`(`carrier`, `number`, `flight_id`),
    PRIMARY KEY (`flight_id`, `carrier`, `number`, `suffix`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `flight_events` (
    `flight_id` BIGINT NOT NULL,
    `position` SMALLINT NOT NULL,
    `field` VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `old_value` VARCHAR(40) NULL,
    `new_value` VARCHAR(40) NULL,
    `observed_at` DATETIME(3) NOT NULL,
    `stream` VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `payload_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,

    PRIMARY KEY (`flight_id`, `position`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `flight_observations` (
    `flight_date` DATE NOT NULL,
    `origin` CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `destination` CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `carrier` VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `observed_at` DATETIME(3) NOT NULL,
    `stream` VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `payload_hash` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `item` SMALLINT NOT NULL,
    `number` INTEGER NOT NULL,
    `suffix` VARCHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    `payload_id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `window_name` VARCHAR(101) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `said` TEXT NOT NULL,

    INDEX `flight_observations_payload_id_idx`(`payload_id`),
    PRIMARY KEY (`flight_date`, `origin`, `destination`, `carrier`, `payload_id`, `item`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `flight_window_answers` (
    `stream` VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `window_name` VARCHAR(101) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `observed_at` DATETIME(3) NOT NULL,
    `started_at` DATETIME(3) NOT NULL,

    PRIMARY KEY (`stream`, `window_name`, `observed_at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `flight_redirects` (
    `id` BIGINT NOT NULL,
    `flight_id` BIGINT NOT NULL,

    INDEX `flight_redirects_flight_id_idx`(`flight_id`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `flight_sequence` (
    `id` TINYINT NOT NULL DEFAULT 1,
    `next_id` BIGINT NOT NULL DEFAULT 1,

    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The one row that whoever writes flights holds.
INSERT INTO `flight_sequence` (`id`, `next_id`) VALUES (1, 1);

-- What is followed until an operator chooses otherwise.
INSERT INTO `tracked_routes` (`departure`, `arrival`, `created_at`) VALUES
    ('FRA', 'LHR', UTC_TIMESTAMP(3)), ('FRA', 'JFK', UTC_TIMESTAMP(3)), ('MUC', 'CDG', UTC_TIMESTAMP(3)),
    ('LHR', 'JFK', UTC_TIMESTAMP(3)), ('CDG', 'FRA', UTC_TIMESTAMP(3));
INSERT INTO `tracked_airports` (`airport_code`, `created_at`) VALUES
    ('CDG', UTC_TIMESTAMP(3)), ('FRA', UTC_TIMESTAMP(3)), ('JFK', UTC_TIMESTAMP(3)), ('LHR', UTC_TIMESTAMP(3)),
    ('MUC', UTC_TIMESTAMP(3));
