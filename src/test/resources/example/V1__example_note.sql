create table note (
    text varchar(200)
);
